// Both verifiers over ten thousand logs, and as many receipts, certificates and exports, untouched and mutilated in every
// way we know: they find the same, and are right, every time.
import { compareDocuments } from '../../apps/verifier/testing/agree-documents.mjs';
import { compare } from '../../apps/verifier/testing/agree.mjs';
import { report } from './figures.mjs';

const COUNT = Number(process.env.AGREE_COUNT ?? 10_000);
const SEED = 1;

for (const [what, comparing] of [
  ['logs', compare],
  ['documents', compareDocuments],
]) {
  const startedMs = performance.now();
  const { cases, wrong } = await comparing(COUNT, SEED);
  for (const one of wrong.slice(0, 20)) console.log(JSON.stringify(one));
  report(`${COUNT} ${what} of ${cases} kinds, by both verifiers, in ${((performance.now() - startedMs) / 1_000).toFixed(0)} s`, wrong.length ? `${wrong.length} went wrong` : 'agree and are right', wrong.length === 0, 'every time');
  if (wrong.length) process.exitCode = 1;
}
