/**
 * npm run mutants [-- part-of-a-file-name]: takes out one condition on the tenant after another, where our statements ask the store, and
 * sees the specs turn red each time. The policies of the store have the same done to them in `fences.spec.ts`, with every test run.
 * It takes minutes: each mutant runs the isolation spec with the store's fence down, and the specs of its own lib.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { bestNode, ensureInstalled } from './parts/install.mjs';

await ensureInstalled();
const { binOf } = await import('./parts/bin.mjs');
const { ensureBuilt, toolEnvironment } = await import('./parts/build.mjs');
ensureBuilt();

const root = path.resolve(import.meta.dirname, '..');
const [wanted = ''] = process.argv.slice(2);
const sources = fs.globSync('libs/*/src/**/*.ts', { cwd: root }).filter((file) => !/\.(spec|exam)\.ts$|\/testing\/|\/generated\//.test(file) && file.includes(wanted));

/** How a tenant's condition is written, and the same without it. What stays still compiles and still takes its parameters. */
const conditions = [
  [/(where: \{ )tenantId(?:: [\w.]+)?, /g, '$1'],
  [/(where: \{ )tenantId(?:: [\w.]+)? \}/g, '$1}'],
  [/\b(?:\w+\.)?tenant_id = (\$\d)/g, '$1::text IS NOT NULL'],
];

const mutants = sources.flatMap((file) => {
  const text = fs.readFileSync(path.join(root, file), 'utf8');
  return conditions.flatMap(([condition, without]) =>
    [...text.matchAll(condition)].map((found) => ({
      file,
      line: text.slice(0, found.index).split('\n').length,
      condition: found[0].trim(),
      text: text.slice(0, found.index) + found[0].replace(new RegExp(condition.source), without) + text.slice(found.index + found[0].length),
    })),
  );
});

/** Whether the specs notice. */
const isRed = (file) => {
  const lib = file.split('/').slice(0, 2).join('/');
  const { status } = spawnSync(bestNode(), [binOf('vitest'), 'run', '--project', 'specs', '--bail=1', '--reporter=dot', 'apps/api/src/isolation.spec.ts', ...(lib === 'libs/engine' ? [] : [`${lib}/`])], { cwd: root, stdio: 'ignore', env: toolEnvironment() });
  return status !== 0;
};

console.log(`${mutants.length} conditions on the tenant in ${new Set(mutants.map(({ file }) => file)).size} files`);
if (mutants.length === 0 || isRed(mutants[0].file)) {
  console.error('There is nothing to take out, or the specs are red as they are.');
  process.exit(1);
}
const survivors = [];
for (const { file, line, condition, text } of mutants) {
  const whole = path.join(root, file);
  const before = fs.readFileSync(whole);
  fs.writeFileSync(whole, text);
  try {
    const noticed = isRed(file);
    if (!noticed) survivors.push(`${file}:${line}`);
    console.log(`${noticed ? 'noticed ' : 'SURVIVED'} ${file}:${line}  ${condition}`);
  } finally {
    fs.writeFileSync(whole, before);
  }
}
console.log(survivors.length ? `\n${survivors.length} went unnoticed:\n${survivors.join('\n')}` : '\nEvery one was noticed.');
process.exit(survivors.length ? 1 : 0);
