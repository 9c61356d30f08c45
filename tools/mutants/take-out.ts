import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { beforeAll, expect } from 'vitest';
import { isOfTenant, listen } from '../testing/overhear.js';

declare global {
  /** A value that a row's tenant is compared with, and the mark of the condition that compares. */
  var bearing: (mark: string, value: unknown) => unknown;
}

const folder = process.env['MUTANTS_FOLDER']!;

globalThis.bearing = (mark, value) => (typeof value === 'string' ? { equals: value, not: mark } : typeof value === 'object' && value !== null ? { ...value, not: mark } : value);

/** What goes through a connection: in whose name, and with which values. */
interface Question {
  name?: string;
  text: string;
  values?: unknown[];
}

interface Found {
  name: string;
  /** The statement without the condition: whatever tenant is asked for, everybody's rows answer. */
  without: string;
}

const IN_TEXT = /\(([\w.]+) = (\$\d+) AND \1 <> 'condition ([^']+)'\)/g;
const IN_CLIENT = /("[^ ()]+"\."tenant_id") (?:= (\$\d+)|IN \(([^)]+)\)) AND \1 <> \$(\d+)/g;
const CONDITION = 'condition ';

/** The conditions that a statement bears. */
const conditionsIn = ({ text, values = [] }: Question): Found[] => {
  const found: Found[] = [];
  const add = (name: string, { index, 0: { length } }: RegExpExecArray, instead: string): void =>
    void found.push({ name, without: `${text.slice(0, index)}${instead}${text.slice(index + length)} /* without ${name} */` });
  for (const one of text.matchAll(IN_TEXT)) add(one[3]!, one, `(${one[2]}::text IS NOT NULL)`);
  for (const one of text.matchAll(IN_CLIENT)) {
    const [, , equal, among = equal!, place] = one;
    const mark = values[Number(place) - 1];
    if (typeof mark === 'string' && mark.startsWith(CONDITION)) add(mark.slice(CONDITION.length), one, [...among.split(','), `$${place}`].map((given) => `${given}::text IS NOT NULL`).join(' AND '));
  }
  return found;
};

const specFile = (): string => path.relative(process.cwd(), expect.getState().testPath ?? '');

/** The one that is out while a spec file runs, where the tool says so. */
let takenOut: string | undefined;
beforeAll(() => {
  takenOut = (JSON.parse(fs.readFileSync(path.join(folder, 'taken-out'), 'utf8')) as Record<string, string>)[specFile()];
});

const noted = new Set<string>();
const note = (name: string): void => {
  const line = `${name} ${specFile()}\n`;
  if (noted.has(line)) return;
  noted.add(line);
  fs.appendFileSync(path.join(folder, 'reached'), line);
};

const ask = pg.Client.prototype.query as (this: pg.Client, ...given: unknown[]) => unknown;

/**
 * The law of statements judges what is asked and not what it does, so it is told each statement of a tenant's also without each of its
 * conditions. What it does not speak of, as what only the provider asks, is taken out for a whole spec file.
 */
pg.Client.prototype.query = function takingOut(this: pg.Client, ...given: unknown[]) {
  const [first, ...rest] = given;
  const { name: _name, ...question } = typeof first === 'string' ? { name: undefined, text: first } : (first as Question);
  const found = typeof question.text === 'string' ? conditionsIn(question) : [];
  for (const one of found) {
    note(one.name);
    // With one taken out, what the others would be without is not what the file is asked.
    if (takenOut === undefined && isOfTenant(this)) listen(this, one.without);
  }
  // Under its name the store would still know the statement as it was.
  const out = found.find((one) => one.name === takenOut);
  return out ? ask.apply(this, [{ ...question, text: out.without }, ...rest]) : ask.apply(this, given);
} as typeof pg.Client.prototype.query;
