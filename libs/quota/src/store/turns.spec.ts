import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Turns } from './turns.js';

/** Answers after a few milliseconds, and keeps what was asked together and how much was under way at once. */
const answering = (mostAtOnce = 100) => {
  const asked: string[][] = [];
  const most = { underWay: 0 };
  let underWay = 0;
  const turns = new Turns<string, string>({
    mostAtOnce,
    answer: async (questions) => {
      asked.push([...questions]);
      most.underWay = Math.max(most.underWay, ++underWay);
      await sleep(5);
      underWay--;
      if (questions.includes('bad')) throw new Error('not answered');
      return questions.map((question) => `${question}!`);
    },
  });
  return { turns, asked, most };
};

describe('questions in one line', () => {
  it('are asked one after another, those of one name that came meanwhile together, each answered its own', async () => {
    const { turns, asked, most } = answering();
    const answers = await Promise.all([turns.take('line', 'a', 'a1'), turns.take('line', 'a', 'a2'), turns.take('line', 'b', 'b1'), turns.take('line', 'a', 'a3')]);
    expect(answers).toEqual(['a1!', 'a2!', 'b1!', 'a3!']);
    expect(asked).toEqual([['a1'], ['a2', 'a3'], ['b1']]);
    expect(most.underWay).toBe(1);
  });

  it('are no more at once than may be, and keep their order', async () => {
    const { turns, asked } = answering(2);
    await Promise.all(['1', '2', '3', '4', '5'].map((question) => turns.take('line', 'a', question)));
    expect(asked).toEqual([['1'], ['2', '3'], ['4', '5']]);
  });

  it('fail with one that fails before them, and the next to come is asked anew', async () => {
    const { turns } = answering();
    const outcomes = await Promise.allSettled([turns.take('line', 'a', 'bad'), turns.take('line', 'a', 'behind'), turns.take('line', 'b', 'behind too')]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(await turns.take('line', 'a', 'later')).toBe('later!');
  });

  it('are answered too when they come in the very step in which the line ran empty', async () => {
    const { turns } = answering();
    const chain = async (left: number): Promise<string> => (left === 0 ? 'done' : turns.take('line', 'a', String(left)).then(() => chain(left - 1)));
    expect(await Promise.all([chain(5), chain(5)])).toEqual(['done', 'done']);
  });
});

it('questions in several lines do not wait for one another', async () => {
  const { turns, most } = answering();
  await Promise.all([turns.take('one', 'a', '1'), turns.take('other', 'a', '2')]);
  expect(most.underWay).toBe(2);
});
