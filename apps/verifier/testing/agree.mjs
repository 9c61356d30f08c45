// node apps/verifier/testing/agree.mjs [LOGS] [SEED]: both verifiers over so many logs, untouched and mutilated.
import { verifyLog } from '../verify.mjs';
import { compareVerifiers, sayComparison } from './compare-verifiers.mjs';
import { mutations, untouched } from './mutations.mjs';

/** Answers what did not go as it must; nothing when both verifiers found the same, and it was right. */
export const compare = (count, seed) => compareVerifiers({ untouched, mutations }, { inNode: ({ files, ...known }) => verifyLog(files, known), inPython: (python, held) => python.verify(held) }, count, seed);

if (process.argv[1] === import.meta.filename) await sayComparison('logs', compare);
