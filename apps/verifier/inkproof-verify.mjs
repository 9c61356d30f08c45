#!/usr/bin/env node
// npx inkproof-verify [--checkpoint FILE]… [--key ID]… [--chain CHAIN] [--json] EXPORT…
import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { verifyLog } from './verify.mjs';

const usage = `Verifies exports of an Inkproof audit log, offline.

  inkproof-verify [--checkpoint FILE]… [--key ID]… [--chain CHAIN] [--json] EXPORT…

EXPORT        one log as it was exported, in one file or in several that follow one another
--checkpoint  checkpoints you kept: one {"checkpoint":…,"signature":…}, a list of them, or a page of /v1/audit-checkpoints
--key         id of a signing key you know (kid in /v1/audit-keys)
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
  'key.id': 'A key does not have the id it claims.',
  'key.vouching': 'A key claims a predecessor that does not vouch for it.',
  'key.unknown': 'Something is signed by a key that is not linked to those you know.',
};

const kept = (file) => {
  const said = JSON.parse(fs.readFileSync(file, 'utf8'));
  return Array.isArray(said) ? said : (said.items ?? [said]);
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
    options: { checkpoint: { type: 'string', multiple: true, default: [] }, key: { type: 'string', multiple: true, default: [] }, chain: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean' } },
  });
  if (values.help || (!positionals.length && !values.checkpoint.length)) {
    console.log(usage);
    process.exitCode = values.help ? 0 : 2;
  } else {
    const verdict = verifyLog(positionals.map((file) => fs.readFileSync(file)), { checkpoints: values.checkpoint.flatMap(kept), keys: values.key, chain: values.chain ?? null });
    console.log(values.json ? JSON.stringify(verdict) : inWords(verdict));
    process.exitCode = verdict.ok ? 0 : 1;
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}
