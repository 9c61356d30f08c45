import { readFileSync } from 'node:fs';
import { problems, type ProblemCode } from '@inkproof/contract';
import { marked } from 'marked';
import { escape, page } from './page.js';

/** docs/problems at the root of the repository, from src and from dist alike. */
const folder = new URL('../../../../docs/problems/', import.meta.url);

const codes = Object.keys(problems) as ProblemCode[];

export const problemText = (code: ProblemCode): string => readFileSync(new URL(`${code}.md`, folder), 'utf8');

export const problemPage = (code: ProblemCode): string => page(code, `<article>${marked.parse(problemText(code), { async: false })}</article>`);

/** Every code with its status, by status. */
export const problemsPage = (): string => {
  const rows = codes
    .toSorted((a, b) => problems[a].status - problems[b].status || a.localeCompare(b))
    .map((code) => `<tr><td>${problems[code].status}</td><td><a href="/docs/problems/${code}"><code>${code}</code></a></td><td>${escape(problems[code].title)}</td><td>${problems[code].retryable ? 'yes' : 'no'}</td></tr>`);
  return page(
    'Problems',
    `<h1>Problems</h1><p>Every refusal is an <code>application/problem+json</code> document (RFC 9457) with one of these codes. A code keeps its name and its status. Refused calls are never billed.</p>
<table><thead><tr><th>Status</th><th>Code</th><th>What it says</th><th>Retry may help</th></tr></thead><tbody>${rows.join('')}</tbody></table>`,
  );
};
