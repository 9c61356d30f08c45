import fs from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';

declare global {
  var isTakenOut: (name: string) => boolean;
  var isReached: (name: string) => string;
  /** What is taken out now, and whatever was reached since this was last emptied. */
  var condition: { takenOut: string; reached: Set<string> };
}

const folder = process.env['MUTANTS_FOLDER']!;
const isNew = new Set<string>();

const note = (name: string): void => {
  globalThis.condition.reached.add(name);
  const line = `${name} ${path.relative(process.cwd(), expect.getState().testPath ?? '')}\n`;
  if (isNew.has(line)) return;
  isNew.add(line);
  fs.appendFileSync(path.join(folder, 'reached'), line);
};

globalThis.condition = { takenOut: fs.readFileSync(path.join(folder, 'taken-out'), 'utf8'), reached: new Set() };
globalThis.isTakenOut = (name) => (note(name), name === globalThis.condition.takenOut);
globalThis.isReached = (name) => (note(name), '');
