import { Refusal } from '@inkproof/contract';
import { CsvError, parse } from 'csv-parse/sync';

const refuse = (line: number, message: string): never => {
  throw new Refusal('request.invalid', `Line ${line} ${message}.`, { errors: [{ field: `items.${line}`, message }] });
};

/** One JSON value a line; empty lines are passed over. */
const readNdjson = (text: string): unknown[] =>
  text
    .split('\n')
    .map((line, at) => {
      if (!line.trim()) return undefined;
      try {
        return JSON.parse(line) as unknown;
      } catch {
        return refuse(at + 1, 'is not well-formed JSON');
      }
    })
    .filter((item) => item !== undefined);

/** RFC 4180 with a head line. An empty cell is a member that is not there. */
const readCsv = (text: string): unknown[] => {
  try {
    const records: Record<string, string>[] = parse(text, { columns: true, bom: true, trim: true, skip_empty_lines: true });
    return records.map((record) => Object.fromEntries(Object.entries(record).filter(([, cell]) => cell !== '')));
  } catch (error) {
    // The parser's own words repeat what the line holds.
    if (error instanceof CsvError) return refuse(Number(error['lines'] ?? 1), 'is not well-formed CSV under its head line');
    throw error;
  }
};

/** Forms in which the items of a body may come line by line, by media type. */
export const lineForms: Record<string, (text: string) => unknown[]> = { 'application/x-ndjson': readNdjson, 'text/csv': readCsv };
