import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
const filesIn = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|mjs|json|md|sql)$/.test(entry.name) && !entry.name.endsWith('.spec.ts'))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .filter((file) => !/(^|\/)(node_modules|dist|generated|\.next)(\/|$)/.test(file));

/** What anybody reads of the product: pages, mails, answers, papers that are printed and signed, documents. */
const read = ['apps', 'libs', 'docs', 'prisma'].flatMap(filesIn).concat('README.md', 'README.zh-CN.md', 'ARCHITECTURE.md');

it('no state, label or document says 合规: acceptance is no verdict (agreement 三.1(5)), and it stands in the name of people only', () => {
  expect(read.length).toBeGreaterThan(1_000);
  expect(read.filter((file) => /合规(?!人员|专员)/.test(readFileSync(path.join(root, file), 'utf8')))).toEqual([]);
});
