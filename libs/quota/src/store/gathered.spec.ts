import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Gathered } from './gathered.js';

/** Answers after a few milliseconds, and keeps what was asked together and how often that was under way at once. */
const answering = (mostAtOnce: number, mostUnderWay: number) => {
  const asked: string[][] = [];
  const most = { underWay: 0 };
  let underWay = 0;
  const gathered = new Gathered<string, string>({
    mostAtOnce,
    mostUnderWay,
    answer: async (questions) => {
      asked.push([...questions]);
      most.underWay = Math.max(most.underWay, ++underWay);
      await sleep(5);
      underWay--;
      if (questions.includes('bad')) throw new Error('not answered');
      return questions.map((question) => `${question}!`);
    },
  });
  return { gathered, asked, most };
};

const all = (gathered: Gathered<string, string>, questions: readonly string[]) => Promise.allSettled(questions.map((question) => gathered.ask(question)));

describe('questions that share what asking costs', () => {
  it('go together when they come together, each answered its own, and no more at once than may be', async () => {
    const { gathered, asked, most } = answering(3, 2);
    const answers = await all(gathered, ['1', '2', '3', '4', '5', '6', '7']);
    expect(answers.map((answer) => answer.status === 'fulfilled' && answer.value)).toEqual(['1!', '2!', '3!', '4!', '5!', '6!', '7!']);
    expect(asked).toEqual([['1', '2', '3'], ['4', '5', '6'], ['7']]);
    expect(most.underWay).toBe(2);
  });

  it('wait for nobody while less is under way than may be', async () => {
    const { gathered, asked } = answering(10, 2);
    const first = gathered.ask('1');
    await expect.poll(() => asked.length, { interval: 1 }).toBe(1);
    await Promise.all([first, gathered.ask('2')]);
    expect(asked).toEqual([['1'], ['2']]);
  });

  it('fail with those they went with or waited behind, and the next to come is asked anew', async () => {
    const { gathered } = answering(2, 1);
    expect((await all(gathered, ['bad', 'beside', 'behind'])).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(await gathered.ask('later')).toBe('later!');
  });
});
