#!/usr/bin/env node
// npx inkproof-verify [--checkpoint FILE]… [--keys FILE] [--key ID]… [--chain CHAIN] [--json] FILE…
import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { keysIn, verifyBundle, verifyCertificate, verifyReceipt } from './documents.mjs';
import { verifyLog } from './verify.mjs';
import { readZip } from './zip.mjs';

const usage = `Verifies what Inkproof signed, offline: exports of an audit log, receipts of filings, certificates of deletion, and exports
of everything about a filing on a day.

  inkproof-verify [--checkpoint FILE]… [--key ID]… [--chain CHAIN] [--json] EXPORT…
  inkproof-verify [--keys FILE] [--key ID]… [--json] RECEIPT.json|CERTIFICATE.json|EXPORT.zip…

EXPORT        one log as it was exported, in one file or in several that follow one another
--checkpoint  checkpoints you kept: one {"checkpoint":…,"signature":…}, a list of them, or a page of /v1/audit-checkpoints
--key         id of a signing key you know (kid in /v1/audit-keys)
--keys        public keys as /v1/audit-keys lists them; a receipt brings none
--chain       the log it ought to be: ten_… or provider
--json        the verdict as JSON

Exit code 0: everything is as it was written. 1: it is not. 2: it could not be read.`;

const meanings = {
  'file.empty': 'There is no log: nothing was exported, or all of it was deleted.',
  'file.malformed': 'A line is not as an export writes it.',
  'file.incomplete': 'The export breaks off before its signed end.',
  'file.order': 'The export does not go on where the one before it ended.',
  'file.chain': 'This is the log of somebody else.',
  'file.end': 'The end does not belong to what stands before it.',
  'file.changed': 'The file was changed after it was exported.',
  'file.signature': 'The end is not signed by the key it names.',
  'entry.order': 'An entry is missing, was put in, or stands in the wrong place.',
  'entry.body': 'What an entry says cannot be what was written.',
  'entry.commitment': 'What an entry says was changed.',
  'entry.hash': 'An entry does not follow the one before it.',
  'entry.time': 'An entry claims to be older than the one before it.',
  'entry.column': 'Action or actor beside an entry are not those inside it.',
  'checkpoint.place': 'A checkpoint stands behind an entry it does not speak of.',
  'checkpoint.chain': 'A checkpoint is of another log.',
  'checkpoint.head': 'The log is another one than the checkpoint signed: it was rewritten or forked.',
  'checkpoint.beyond': 'The log ends before an entry that a kept checkpoint covers: its end was cut off, or this is an old export.',
  'checkpoint.signature': 'A checkpoint is not signed by the key it names.',
  'saved.malformed': 'A kept checkpoint is not one.',
  'saved.signature': 'A kept checkpoint is not signed by the key it names.',
  'document.malformed': 'It is not as this install writes it: something is missing or more, or it was written anew in another spelling.',
  'receipt.signature': 'What the receipt says is not what was signed.',
  'receipt.chain': 'The receipt points into the log of somebody else.',
  'receipt.place': 'The checkpoint in the receipt does not cover the entry it names.',
  'certificate.signature': 'What the certificate says is not what was signed.',
  'certificate.sums': 'The counts or digests in the certificate do not agree with its lists.',
  'bundle.signature': 'The manifest is not signed by the key it names.',
  'bundle.files': 'A file is missing, or is more than the manifest names.',
  'bundle.changed': 'A file is not the one that was put in.',
  'bundle.about': 'What is told is of another filing or day than the manifest signs.',
  'bundle.text': 'A text is not the one whose digest stands beside it.',
  'bundle.receipt': 'A receipt is not of a version in this export.',
  'bundle.certificate': 'A certificate is of somebody else, or is not the one its name says.',
  'span.order': 'What links entries to a checkpoint is not in order.',
  'span.open': 'An entry is linked to no checkpoint.',
  'key.id': 'A key does not have the id it claims.',
  'key.vouching': 'A key claims a predecessor that does not vouch for it.',
  'key.unknown': 'Something is signed by a key that is not linked to those you know.',
};

const kept = (file) => {
  const said = JSON.parse(fs.readFileSync(file, 'utf8'));
  return Array.isArray(said) ? said : (said.items ?? [said]);
};

/** What a file is: an export of a filing, a receipt, a certificate, or a log. */
const kindOf = (bytes) => {
  if (bytes.subarray(0, 4).toString('latin1') === 'PK\x03\x04') return 'bundle';
  try {
    const said = JSON.parse(bytes.toString('utf8'));
    return ['receipt', 'certificate'].find((kind) => Object.hasOwn(said, kind)) ?? 'log';
  } catch {
    return 'log';
  }
};

const documentInWords = ({ ok, fault, kind, file, key, pinned, ...said }) => {
  if (!ok) return `NOT AS SIGNED  ${fault}\n${meanings[fault]}\n${kind}${file ? `, ${file}` : ''}`;
  return `As signed: ${kind}, ${Object.entries(said).map(([name, value]) => `${name} ${value}`).join(', ')}.\nThe signature is ${pinned ? 'linked to a key you know' : `NOT compared with a key you know. Compare: ${key}`}.`;
};

const inWords = (verdict) => {
  if (!verdict.ok) return `NOT AS WRITTEN  ${verdict.fault}\n${meanings[verdict.fault]}\n${verdict.chain ?? 'no log'}, at entry ${verdict.seq}${verdict.line ? `, file ${verdict.file}, line ${verdict.line}` : ''}`;
  const { chain, from, to, entries, erased, checkpoints, sealed, keys, pinned } = verdict;
  const known = pinned ? 'linked to a key you know' : `NOT compared with a key you know. Compare: ${keys.join(', ')}`;
  return `As written: ${chain}, entries ${from} to ${to} (${entries}, of which ${erased} were erased), ${checkpoints} checkpoints, sealed up to ${sealed}.\nSignatures are ${known}.`;
};

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { checkpoint: { type: 'string', multiple: true, default: [] }, key: { type: 'string', multiple: true, default: [] }, keys: { type: 'string' }, chain: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean' } },
  });
  if (values.help || (!positionals.length && !values.checkpoint.length)) {
    console.log(usage);
    process.exitCode = values.help ? 0 : 2;
  } else {
    const files = positionals.map((file) => fs.readFileSync(file));
    const kinds = files.map(kindOf);
    if (kinds.includes('log') || !kinds.length) {
      const verdict = verifyLog(files, { checkpoints: values.checkpoint.flatMap(kept), keys: values.key, chain: values.chain ?? null });
      console.log(values.json ? JSON.stringify(verdict) : inWords(verdict));
      process.exitCode = verdict.ok ? 0 : 1;
    } else {
      const known = { known: values.keys === undefined ? [] : keysIn(JSON.parse(fs.readFileSync(values.keys, 'utf8'))), keys: values.key };
      const verifiers = { bundle: (bytes) => verifyBundle(readZip(bytes), known), receipt: (bytes) => verifyReceipt(bytes, known), certificate: (bytes) => verifyCertificate(bytes, known) };
      const verdicts = files.map((bytes, at) => verifiers[kinds[at]](bytes));
      for (const verdict of verdicts) console.log(values.json ? JSON.stringify(verdict) : documentInWords(verdict));
      process.exitCode = verdicts.every(({ ok }) => ok) ? 0 : 1;
    }
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}
