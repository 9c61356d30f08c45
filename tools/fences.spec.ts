import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { ESLint } from 'eslint';
import { beforeAll, describe, expect, it } from 'vitest';
import { binOf } from './parts/bin.mjs';

const root = path.resolve(import.meta.dirname, '..');

/** Without a project graph the boundary rule warns and passes; so the graph is made first, and a warning fails here. */
beforeAll(() => {
  process.env['NX_DAEMON'] = 'false';
  execFileSync(process.execPath, [binOf('nx'), 'show', 'projects'], { cwd: root });
}, 60_000);

const complaints = async (file: string, code: string): Promise<string[]> => {
  const [result] = await new ESLint({ cwd: root }).lintText(code, { filePath: path.join(root, file) });
  return result!.messages.map(({ ruleId, message }) => `${ruleId}: ${message}`);
};

const importing = (name: string): string => `import * as it from '${name}';\nexport const used = it;\n`;

describe('a planted violation is seen:', () => {
  it.each([
    ['the kernel knows the contract', 'libs/kernel/src/planted.ts', importing('@inkproof/contract'), 'enforce-module-boundaries'],
    ['the contract knows the platform', 'libs/contract/src/planted.ts', importing('@inkproof/platform'), 'enforce-module-boundaries'],
    ['the engine knows a tenant', 'libs/engine/src/planted.ts', importing('@inkproof/identity'), 'enforce-module-boundaries'],
    ['the engine uses zod', 'libs/engine/src/planted.ts', importing('zod'), 'enforce-module-boundaries'],
    ['the platform knows a domain', 'libs/platform/src/planted.ts', importing('@inkproof/quota'), 'enforce-module-boundaries'],
    ['identity knows the quota', 'libs/identity/src/planted.ts', importing('@inkproof/quota'), 'enforce-module-boundaries'],
    ['the quota knows recognition', 'libs/quota/src/planted.ts', importing('@inkproof/recognition'), 'enforce-module-boundaries'],
    ['the console knows a domain', 'apps/console/src/planted.ts', importing('@inkproof/identity'), 'enforce-module-boundaries'],
    ['the console uses Nest', 'apps/console/src/planted.ts', importing('@nestjs/common'), 'enforce-module-boundaries'],
    ['the look uses Nest', 'libs/ui/src/planted.ts', importing('@nestjs/common'), 'enforce-module-boundaries'],
    ['somebody climbs over a fence by a path', 'libs/quota/src/planted.ts', importing('../../identity/src/index.js'), 'enforce-module-boundaries'],
    ['a model reads a file', 'libs/identity/src/model/planted.ts', importing('node:fs'), 'no-restricted-imports'],
    ['a model knows the platform', 'libs/quota/src/model/planted.ts', importing('@inkproof/platform'), 'no-restricted-imports'],
    ['a lib looks at the wall clock', 'libs/quota/src/planted.ts', 'export const now = new Date();\n', 'Ask a Clock.'],
    ['a lib reads the environment', 'libs/platform/src/planted.ts', 'export const home = process.env.HOME;\n', 'Settings are read once'],
    ['a lib uses what is made for specs', 'libs/quota/src/planted.ts', importing('@inkproof/spec-database'), 'Only specs'],
    ['a spec is left out', 'libs/quota/src/planted.spec.ts', "import { it } from 'vitest';\nit.skip('x', () => {});\n", 'Every spec runs.'],
    ['something is left for later', 'libs/quota/src/planted.ts', `// ${'TO'}${'DO'}: later\nexport const a = 1;\n`, 'no-warning-comments'],
  ])('%s', async (_, file, code, complaint) => {
    expect((await complaints(file, code)).join('\n')).toContain(complaint);
  });
});

it('what the fences allow is not complained of', async () => {
  expect(await complaints('libs/quota/src/planted.ts', importing('@inkproof/identity'))).toEqual([]);
  expect(await complaints('apps/console/src/planted.ts', importing('@inkproof/contract'))).toEqual([]);
});
