import { describe, expect, it } from 'vitest';
import { FairQueue, type Turn, type Urgency } from './fair-queue.js';

interface NumberedTurn extends Turn {
  readonly number: number;
}

const turn = (lane: string, number = 0, urgency: Urgency = 'call', laneLimit = 9): NumberedTurn => ({ lane, number, urgency, laneLimit });
const queueOf = (...turns: NumberedTurn[]): FairQueue<NumberedTurn> => {
  const queue = new FairQueue<NumberedTurn>();
  for (const each of turns) queue.add(each);
  return queue;
};
/** Takes and ends turns one by one, as a single reader would. */
const inOrder = (queue: FairQueue<NumberedTurn>): string[] => {
  const names: string[] = [];
  for (let next = queue.take(); next; next = queue.take()) {
    names.push(`${next.lane}${next.number}`);
    queue.done(next);
  }
  return names;
};

/** The same chances in every run. */
const chances = (seed: number): ((below: number) => number) => {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};

describe('the fair queue', () => {
  it('lets lanes take turns, whoever asked for more', () => {
    expect(inOrder(queueOf(turn('a', 1), turn('a', 2), turn('a', 3), turn('b', 1), turn('c', 1), turn('c', 2)))).toEqual(['a1', 'b1', 'c1', 'a2', 'c2', 'a3']);
  });

  it('lets a call go before the pages of a job', () => {
    const queue = queueOf(turn('a', 1, 'job'), turn('a', 2, 'job'));
    expect(queue.take()?.number).toBe(1);
    queue.add(turn('b', 1));
    expect(queue.take()?.lane).toBe('b');
  });

  it('lets every fourth turn be a job while calls keep coming', () => {
    const calls = Array.from({ length: 9 }, (_, index) => turn('c', index));
    expect(inOrder(queueOf(turn('j', 1, 'job'), turn('j', 2, 'job'), ...calls))).toEqual(['c0', 'c1', 'c2', 'j1', 'c3', 'c4', 'c5', 'j2', 'c6', 'c7', 'c8']);
  });

  it('holds a lane at its limit, calls and jobs together, and serves it first when it falls below', () => {
    const queue = queueOf(turn('a', 1, 'call', 1), turn('a', 2, 'job', 1), turn('b', 1), turn('b', 2), turn('c', 1));
    const first = queue.take() as NumberedTurn;
    expect([queue.take()?.lane, queue.take()?.lane, queue.take()?.lane, queue.take()]).toEqual(['b', 'c', 'b', undefined]);
    queue.done(first);
    expect(queue.take()).toMatchObject({ lane: 'a', urgency: 'job' });
  });

  it('gives one that lost its reader the first place in its lane', () => {
    const queue = queueOf(turn('a', 1), turn('a', 2));
    queue.addFirst(turn('a', 0));
    expect(inOrder(queue)).toEqual(['a0', 'a1', 'a2']);
  });

  it('forgets the turns that nobody wants any more', () => {
    const queue = queueOf(turn('a', 1), turn('b', 1), turn('a', 2));
    queue.drop(({ lane }) => lane === 'a');
    expect(inOrder(queue)).toEqual(['b1']);
  });

  it.each(Array.from({ length: 40 }, (_, seed) => seed))('keeps order, caps and everybody moving, however turns come and go (case %i)', (seed) => {
    const chance = chances(seed);
    const [lanes, seats] = [1 + chance(6), 1 + chance(4)];
    const limits = Array.from({ length: lanes }, () => 1 + chance(3));
    const queue = new FairQueue<NumberedTurn>();
    const [waiting, last, waited] = [new Map<string, NumberedTurn[]>(), new Map<string, number>(), new Map<string, number>()];
    const atWork: NumberedTurn[] = [];
    const keyOf = ({ lane, urgency }: Turn): string => `${lane} ${urgency}`;
    for (let event = 0; event < 400; event++) {
      if (chance(2) === 0) {
        const lane = chance(lanes);
        const added = turn(`lane${lane}`, event, chance(2) ? 'call' : 'job', limits[lane]);
        queue.add(added);
        waiting.set(keyOf(added), [...(waiting.get(keyOf(added)) ?? []), added]);
      } else if (atWork.length < seats) {
        const taken = queue.take();
        const mayBegin = [...waiting.values()].some(([first]) => first && atWork.filter(({ lane }) => lane === first.lane).length < first.laneLimit);
        expect(taken !== undefined).toBe(mayBegin);
        if (!taken) continue;
        // In its lane the order is that of the asking.
        expect(taken.number).toBeGreaterThan(last.get(keyOf(taken)) ?? -1);
        last.set(keyOf(taken), taken.number);
        expect(waiting.get(keyOf(taken))?.shift()).toBe(taken);
        atWork.push(taken);
        expect(atWork.filter(({ lane }) => lane === taken.lane).length).toBeLessThanOrEqual(taken.laneLimit);
        // A lane that may begin is passed over at most once by each other lane of its kind, and by the other kind three times for each of those.
        for (const [key, [first]] of waiting) {
          const isHeld = !first || key === keyOf(taken) || atWork.filter(({ lane }) => lane === first.lane).length >= first.laneLimit;
          waited.set(key, isHeld ? 0 : (waited.get(key) ?? 0) + 1);
          expect(waited.get(key)).toBeLessThanOrEqual((lanes + 1) * 4);
        }
      } else {
        const [ended] = atWork.splice(chance(atWork.length), 1);
        if (ended) queue.done(ended);
      }
    }
  });
});
