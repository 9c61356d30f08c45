import { isDeepStrictEqual } from 'node:util';
import { madeLog } from './made-log.mjs';
import { openPython } from './python.mjs';
import { randomOf } from './random.mjs';

/**
 * Both verifiers over `count` things, made by turns from those that hold and those that must not. `inNode` and `inPython`
 * answer a verdict each. What comes back is what did not go as it must; nothing when both found the same, and it was right.
 */
export const compareVerifiers = async ({ untouched, mutations }, { inNode, inPython }, count, seed) => {
  const cases = [...Object.entries(untouched).map(([name, make]) => ({ name, make, ok: true })), ...Object.entries(mutations).map(([name, make]) => ({ name, make, ok: false }))];
  const python = openPython();
  const wrong = [];
  try {
    for (let number = 0; number < count; number++) {
      const { name, make, ok } = cases[number % cases.length];
      const random = randomOf(seed + number);
      const made = make(random, madeLog(random));
      const one = inNode(made);
      const other = await inPython(python, made);
      if (one.ok !== ok || !isDeepStrictEqual(one, other)) wrong.push({ name, seed: seed + number, node: one, python: other });
    }
  } finally {
    python.close();
  }
  return { cases: cases.length, wrong };
};

/** The same from a command line, `[COUNT] [SEED]`, said in words. */
export const sayComparison = async (what, compare) => {
  const [count, seed] = [Number(process.argv[2] ?? 10_000), Number(process.argv[3] ?? 1)];
  const startedMs = performance.now();
  const { cases, wrong } = await compare(count, seed);
  for (const one of wrong.slice(0, 20)) console.log(JSON.stringify(one));
  console.log(`${count} ${what} of ${cases} kinds in ${((performance.now() - startedMs) / 1_000).toFixed(1)} s: the two verifiers ${wrong.length ? `went wrong ${wrong.length} times` : 'agree, and are right, every time'}.`);
  process.exitCode = wrong.length ? 1 : 0;
};
