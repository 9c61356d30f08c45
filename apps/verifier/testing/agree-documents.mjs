// node apps/verifier/testing/agree-documents.mjs [DOCUMENTS] [SEED]: both verifiers over so many receipts, certificates and exports, untouched and changed.
import { verifyBundle, verifyCertificate, verifyReceipt } from '../documents.mjs';
import { compareVerifiers, sayComparison } from './compare-verifiers.mjs';
import { mutations, untouched } from './document-mutations.mjs';

export const verdictOn = ({ kind, files, known, keys }) => (kind === 'bundle' ? verifyBundle(files, { keys }) : (kind === 'receipt' ? verifyReceipt : verifyCertificate)([...files.values()][0], { known, keys }));

/** Answers what did not go as it must; nothing when both verifiers found the same, and it was right. */
export const compareDocuments = (count, seed) => compareVerifiers({ untouched, mutations }, { inNode: verdictOn, inPython: (python, held) => python.verifyDocument(held) }, count, seed);

if (process.argv[1] === import.meta.filename) await sayComparison('documents', compareDocuments);
