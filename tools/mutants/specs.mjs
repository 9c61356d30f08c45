// The specs of the store, run on sources with marks, as often as needed in one process and on one server.
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { createVitest } from 'vitest/node';

/** These kill servers, fill disks or measure, and ask nothing that others do not. */
const aside = /crash|pool\.spec|fences\.spec|tenancy\.spec|storage|\/engine\//;
const usesStore = (file) => /openSpecDatabase|[bB]ench\(|openWorld|openFilingHouse|openDoorway/.test(fs.readFileSync(file, 'utf8'));
const specsIn = (pattern) => fs.globSync(pattern).filter((file) => !aside.test(file) && usesStore(file));

const root = process.cwd();
const linesOf = (file) => (fs.existsSync(file) ? fs.readFileSync(file, 'utf8').split('\n').filter(Boolean) : []);

/** What a spec file said when it turned red. */
const saidBy = (module) => [...[...module.children.allTests('failed')].flatMap((test) => (test.result().errors ?? []).map(({ message }) => `${test.fullName}: ${message}`)), ...module.errors().map(({ message }) => message)];

export const openSpecs = async (folder) => {
  process.env.MUTANTS_FOLDER = folder;
  const [takenOut, reached] = ['taken-out', 'reached'].map((name) => path.join(folder, name));
  const vitest = await createVitest('test', { config: path.join(root, 'tools/mutants/vitest.config.ts'), watch: false, reporters: [{}] });
  const [project] = vitest.projects;
  const tookMs = new Map();

  return {
    ofStore: specsIn('libs/*/src/**/*.spec.ts'),
    ofWholes: [...specsIn('apps/*/src/**/*.spec.ts'), 'libs/platform/src/objects/storage-crash.spec.ts', 'tools/correspondence.spec.ts'],

    /** Runs spec files, each without the condition that is its turn, if any: what each said, and which conditions the law of statements missed. */
    async run(files, turn = new Map()) {
      fs.writeFileSync(takenOut, JSON.stringify(Object.fromEntries(turn)));
      const { testModules } = await vitest.runTestSpecifications(files.map((file) => project.createSpecification(path.join(root, file))));
      // Those of every run before are answered too.
      const asked = testModules.map((module) => ({ module, file: path.relative(root, module.moduleId) })).filter(({ file }) => files.includes(file));
      return asked.map(({ module, file }) => {
        tookMs.set(file, module.diagnostic().duration);
        const said = saidBy(module);
        const red = !module.ok();
        return { file, said: red ? (said[0] ?? 'red').split('\n')[0] : undefined, loose: said.flatMap((words) => [...words.matchAll(/\/\* without (\S+) \*\//g)].map(([, name]) => name)) };
      });
    },

    /** By condition, the spec files that reach it, the quickest first. */
    reachedBy() {
      const by = new Map();
      for (const [name, file] of linesOf(reached).map((line) => line.split(' '))) by.set(name, new Set([...(by.get(name) ?? []), file]));
      return new Map([...by].map(([name, files]) => [name, [...files].sort((a, b) => (tookMs.get(a) ?? Infinity) - (tookMs.get(b) ?? Infinity))]));
    },

    /** How many policies the store has. */
    async policies() {
      const store = new pg.Client(project.getProvidedContext().plansUrl);
      await store.connect();
      const { rows } = await store.query(`SELECT count(*)::int AS count FROM pg_policies WHERE schemaname = 'public'`);
      await store.end();
      return rows[0].count;
    },

    close: () => vitest.close(),
  };
};
