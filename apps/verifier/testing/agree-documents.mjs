// node apps/verifier/testing/agree-documents.mjs [DOCUMENTS] [SEED]: both verifiers over so many receipts, certificates and exports, untouched and changed.
import { isDeepStrictEqual } from 'node:util';
import { verifyBundle, verifyCertificate, verifyReceipt } from '../documents.mjs';
import { mutations, untouched } from './document-mutations.mjs';
import { madeLog } from './made-log.mjs';
import { openPython } from './python.mjs';
import { randomOf } from './random.mjs';

export const verdictOn = ({ kind, files, known, keys }) => (kind === 'bundle' ? verifyBundle(files, { keys }) : (kind === 'receipt' ? verifyReceipt : verifyCertificate)([...files.values()][0], { known, keys }));

/** Answers what did not go as it must; nothing when both verifiers found the same, and it was right. */
export const compareDocuments = async (count, seed) => {
  const cases = [...Object.entries(untouched).map(([name, make]) => ({ name, make, ok: true })), ...Object.entries(mutations).map(([name, make]) => ({ name, make, ok: false }))];
  const python = openPython();
  const wrong = [];
  try {
    for (let number = 0; number < count; number++) {
      const { name, make, ok } = cases[number % cases.length];
      const random = randomOf(seed + number);
      const held = make(random, madeLog(random));
      const one = verdictOn(held);
      const other = await python.verifyDocument(held);
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
  const { cases, wrong } = await compareDocuments(count, seed);
  for (const one of wrong.slice(0, 20)) console.log(JSON.stringify(one));
  console.log(`${count} documents of ${cases} kinds in ${((performance.now() - startedMs) / 1_000).toFixed(1)} s: the two verifiers ${wrong.length ? `went wrong ${wrong.length} times` : 'agree, and are right, every time'}.`);
  process.exitCode = wrong.length ? 1 : 0;
}
