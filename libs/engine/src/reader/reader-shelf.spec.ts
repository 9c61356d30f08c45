import { describe, expect, it } from 'vitest';
import { ScriptedReader } from '../testing/scripted-reader.js';
import { ReaderShelf } from './reader-shelf.js';

const shelfOf = (room: number): { shelf: ReaderShelf; started: string[]; readers: ScriptedReader[] } => {
  const [started, readers]: [string[], ScriptedReader[]] = [[], []];
  const shelf = new ReaderShelf(room, (codes) => {
    started.push(codes.join('+'));
    readers.push(new ScriptedReader());
    return Promise.resolve(readers.at(-1) ?? new ScriptedReader());
  });
  return { shelf, started, readers };
};

describe('the shelf of readers', () => {
  it('starts a reader once and hands it out again', async () => {
    const { shelf, started } = shelfOf(2);
    expect(await shelf.take(['eng'])).toBe(await shelf.take(['eng']));
    expect(started).toEqual(['eng']);
  });

  it('keeps two orders of the same languages apart, because the first language weighs most', async () => {
    const { shelf, started } = shelfOf(2);
    await shelf.take(['eng', 'chi_sim']);
    await shelf.take(['chi_sim', 'eng']);
    expect(started).toEqual(['eng+chi_sim', 'chi_sim+eng']);
  });

  it('stops the reader unused for longest when room runs out', async () => {
    const { shelf, started, readers } = shelfOf(2);
    await shelf.take(['eng']);
    await shelf.take(['chi_sim']);
    await shelf.take(['eng']);
    await shelf.take(['eng', 'chi_sim']);
    await shelf.take(['eng']);
    expect(started).toEqual(['eng', 'chi_sim', 'eng+chi_sim']);
    expect(readers.map(({ isStopped }) => isStopped)).toEqual([false, true, false]);
  });
});
