/**
 * npm run mutants [-- part-of-a-file-name]: takes one condition on the tenant after another out of our statements, and sees the specs turn
 * red each time. The policies of the store have the same done to them by `fences.spec.ts`, with every test run; it is counted here.
 *
 * The sources are run with a mark at each condition, so that statements on their way to the store tell which they bear. In the name of a
 * tenant nothing comes of one that is gone, because the store's fence holds; it is the law of statements that turns a spec file red
 * (`tools/testing/statement-law.ts`), and one run of the specs asks it for all of them. What it does not notice is taken out for one
 * spec file at a time, the quickest that reaches it first.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureInstalled } from './parts/install.mjs';

await ensureInstalled();
const { ensureBuilt, toolEnvironment } = await import('./parts/build.mjs');
ensureBuilt();
Object.assign(process.env, toolEnvironment());
const { conditionsIn, isSource } = await import('./mutants/conditions.mjs');
const { equal } = await import('./mutants/equal.mjs');
const { openSpecs } = await import('./mutants/specs.mjs');
const { Turns } = await import('./mutants/turns.mjs');

const root = path.resolve(import.meta.dirname, '..');
process.chdir(root);
const [wanted = ''] = process.argv.slice(2);
const startedMs = Date.now();
const say = (words) => console.log(`[${String(Math.round((Date.now() - startedMs) / 1000)).padStart(4)} s] ${words}`);

const conditions = fs.globSync(['libs/*/src/**/*.ts', 'apps/*/src/**/*.ts']).filter((file) => isSource(file) && file.includes(wanted)).flatMap((file) => conditionsIn(file, fs.readFileSync(file, 'utf8')));
const names = new Set(conditions.map(({ name }) => name));
say(`${conditions.length} conditions on the tenant in ${new Set(conditions.map(({ name }) => name.split(':')[0])).size} files`);
if (conditions.length === 0) process.exit(1);

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'inkproof-mutants-'));
const specs = await openSpecs(folder);
/** By condition, what noticed that it was gone. */
const noticed = new Map();
/** By condition, why nothing could notice. */
const excused = new Map(conditions.flatMap(({ name, place }) => (equal.has(place) ? [[name, equal.get(place)]] : [])));
const left = () => [...names].filter((name) => !noticed.has(name) && !excused.has(name));

// Specs of statements first; those of whole programs only for what is left.
for (const stage of [specs.ofStore, specs.ofWholes]) {
  if (left().length === 0) break;
  for (const { file, loose } of await specs.run(stage)) for (const name of loose) if (names.has(name) && !noticed.has(name)) noticed.set(name, `the law of statements, in ${file}`);
  say(`${noticed.size} are noticed by the law of statements`);
}

const turns = new Turns(left(), specs.reachedBy());
for (let turn; (turn = turns.next((name) => noticed.has(name))); ) {
  const red = (await specs.run([...turn.keys()], turn)).filter(({ said }) => said);
  // What is red without anything taken out has noticed nothing.
  const redAnyway = new Set((await specs.run(red.map(({ file }) => file), new Map(red.map(({ file }) => [file, 'nothing'])))).filter(({ said }) => said).map(({ file }) => file));
  for (const { file, said } of red) if (!redAnyway.has(file)) noticed.set(turn.get(file), `${file}: ${said}`);
  say(`${noticed.size} are noticed, ${left().length} are left: ${left().join(' ')}`);
}
const reachedBy = specs.reachedBy();
const policies = await specs.policies();
await specs.close();
fs.rmSync(folder, { recursive: true, force: true });

for (const [name, by] of noticed) if (!by.startsWith('the law')) console.log(`${name}\n  noticed by ${by}`);
for (const [name, because] of excused) if (!noticed.has(name)) console.log(`${name}\n  says nothing of its own: ${because}`);
for (const { name, condition } of conditions.filter((one) => left().includes(one.name))) console.error(`SURVIVED ${name}  ${condition}${reachedBy.has(name) ? '' : '  (no spec reaches it)'}`);
console.log(`\nPolicies: ${policies}, each dropped and loosened with every test run by libs/platform/src/database/fences.spec.ts.`);
const count = [...names].filter((name) => noticed.has(name) || !excused.has(name)).length;
console.log(`Conditions on the tenant: ${noticed.size} of ${count} were noticed.`);
process.exit(left().length ? 1 : 0);
