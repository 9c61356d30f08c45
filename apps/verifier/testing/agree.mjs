// node apps/verifier/testing/agree.mjs [LOGS] [SEED]: both verifiers over so many logs, untouched and mutilated.
import { isDeepStrictEqual } from 'node:util';
import { verifyLog } from '../verify.mjs';
import { madeLog } from './made-log.mjs';
import { mutations, untouched } from './mutations.mjs';
import { openPython } from './python.mjs';
import { randomOf } from './random.mjs';

/** Answers what did not go as it must; nothing when both verifiers found the same, and it was right. */
export const compare = async (count, seed) => {
  const cases = [...Object.entries(untouched).map(([name, make]) => ({ name, make, ok: true })), ...Object.entries(mutations).map(([name, make]) => ({ name, make, ok: false }))];
  const python = openPython();
  const wrong = [];
  try {
    for (let number = 0; number < count; number++) {
      const { name, make, ok } = cases[number % cases.length];
      const random = randomOf(seed + number);
      const { files, ...known } = make(random, madeLog(random));
      const one = verifyLog(files, known);
      const other = await python.verify({ files, ...known });
      if (one.ok !== ok || !isDeepStrictEqual(one, other)) wrong.push({ name, seed: seed + number, node: one, python: other });
    }
  } finally {
    python.close();
  }
  return { cases: cases.length, wrong };
};

if (process.argv[1] === import.meta.filename) {
  const [count, seed] = [Number(process.argv[2] ?? 10_000), Number(process.argv[3] ?? 1)];
  const startedMs = performance.now();
  const { cases, wrong } = await compare(count, seed);
  for (const one of wrong.slice(0, 20)) console.log(JSON.stringify(one));
  console.log(`${count} logs of ${cases} kinds in ${((performance.now() - startedMs) / 1_000).toFixed(1)} s: the two verifiers ${wrong.length ? `went wrong ${wrong.length} times` : 'agree, and are right, every time'}.`);
  process.exitCode = wrong.length ? 1 : 0;
}
