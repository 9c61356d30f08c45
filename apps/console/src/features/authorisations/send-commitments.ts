import { ProblemError, type Authorization, type Problem } from '@inkproof/contract';
import type { CsvRecord } from './csv-records';

/** A line that was not recorded, and why. */
export interface WrongLine {
  line: number;
  message: string;
}

export interface Progress {
  done: number;
  recorded: number;
  wrong: WrongLine[];
}

const LINES_A_CALL = 1_000;

const post = (filing: Authorization['filing']['id'], body: string): Promise<Response> =>
  fetch(`/v1/authorizations/bulk?filing=${filing}`, { method: 'POST', headers: { 'content-type': 'text/csv', 'idempotency-key': crypto.randomUUID() }, body });

/** Which records a refusal names, counted from 0. None when it is about something else. */
const namedIn = ({ code, errors = [] }: Problem): Map<number, string> => {
  const named = new Map<number, string>();
  if (code !== 'request.invalid') return named;
  for (const { field, message } of errors) {
    const [, at, member] = /^items\.(\d+)(?:\.(.+))?$/.exec(field) ?? [];
    if (at !== undefined && !named.has(Number(at))) named.set(Number(at), member ? `${member} ${message}` : message);
  }
  return named;
};

/** Records what can be recorded, a thousand lines a call, and names each line that cannot. A call is all or none, so it is sent again without the lines it was refused for. */
export const sendCommitments = async (filing: Authorization['filing']['id'], head: string, records: readonly CsvRecord[], onProgress: (progress: Progress) => void): Promise<Progress> => {
  let progress: Progress = { done: 0, recorded: 0, wrong: [] };
  for (let from = 0; from < records.length; from += LINES_A_CALL) {
    let left = records.slice(from, from + LINES_A_CALL);
    while (left.length) {
      const answer = await post(filing, [head, ...left.map(({ text }) => text)].join('\n'));
      if (answer.ok) {
        progress = { ...progress, recorded: progress.recorded + left.length };
        break;
      }
      const problem = (await answer.json()) as Problem;
      const named = namedIn(problem);
      if (!named.size) throw new ProblemError(problem, answer.headers);
      progress = { ...progress, wrong: [...progress.wrong, ...[...named].flatMap(([at, message]) => (left[at] ? [{ line: left[at].line, message }] : []))] };
      const rest = left.filter((_, at) => !named.has(at));
      if (rest.length === left.length) throw new ProblemError(problem, answer.headers);
      left = rest;
    }
    progress = { ...progress, done: Math.min(records.length, from + LINES_A_CALL) };
    onProgress(progress);
  }
  return progress;
};
