// What can be done to a log, by whom. Each answers what a reader then holds: files, and what they kept from before.
import { canonical } from '../verify.mjs';
import { chained, exported, keyOf, madeLog, rowOf, sealed } from './made-log.mjs';

const reading = (files, more = {}) => ({ files: [files].flat(), checkpoints: [], keys: [], chain: null, ...more });
const newestOf = (log) => [...log.seals.values()].at(-1);
const anyOf = (random, log) => random.of([...log.seals.values()]);
/** Whoever writes into the store does it before the install exports and signs what it finds. */
const rewritten = (log, rows, more) => reading(exported({ ...log, rows }), more);
const withRow = (log, at, change) => log.rows.map((row, index) => (index === at ? { ...row, ...change(row) } : row));

const otherHex = (random, text) => {
  const at = random.below(text.length);
  return text.slice(0, at) + random.of([...'0123456789abcdef'].filter((digit) => digit !== text[at])) + text.slice(at + 1);
};
const other = (random, value) => (value === null ? 'x' : `${value}x`);

const column = (name, change) => [`a flipped ${name}`, (random, log) => rewritten(log, withRow(log, random.below(log.rows.length), (row) => ({ [name]: change(random, row[name], row) })))];

const bytesOf = (random, log) => Buffer.from(exported(log));
const linesOf = (log) => exported(log).toString().trimEnd().split('\n');
const joined = (lines) => Buffer.from(`${lines.join('\n')}\n`);
const replaced = (pattern, by) => (_, log) => reading(Buffer.from(exported(log).toString().replace(pattern, by)));

/** The whole log written anew from some entry on, with every hash and every signature right. */
const rewrittenAndSigned = (random, log, keys = log.keys) => {
  const first = random.below(log.rows.length);
  const rows = chained(log.chain, log.rows.map((row, index) => (index < first ? row : { ...rowOf(random, index + 1), at: row.at })));
  return { ...log, keys, rows, seals: sealed(log.chain, rows, keys, log.every) };
};

/** Nothing was done: these must be found as written. */
export const untouched = Object.fromEntries([
  ['as exported', (_, log) => reading(exported(log))],
  ['with a kept checkpoint', (random, log) => reading(exported(log), { checkpoints: [anyOf(random, log)], chain: log.chain })],
  ['with a known key', (random, log) => reading(exported(log), { keys: [random.of(log.keys).id] })],
  ['in two files', (random, log) => {
    const cut = random.between(1, log.rows.length - 1);
    return reading([exported(log, 1, cut), exported(log, cut + 1)], { checkpoints: [anyOf(random, log)] });
  }],
]);

/** Something was done: every one of these must be found out. */
export const mutations = Object.fromEntries([
  column('seq', (random, seq) => seq + random.between(1, 3)),
  column('at', (_, at) => at.replace('2026-11', '2026-12')),
  column('action', other),
  column('actor_kind', other),
  column('actor_id', other),
  column('body', (random, body, row) => (body === null ? canonical({ action: row.action, actor: {} }) : body.replace('"outcome":"done"', '"outcome":"refused"'))),
  column('salt', (random, salt) => (salt === null ? random.hex(16) : otherHex(random, salt))),
  column('commitment', otherHex),
  column('hash', otherHex),
  ['a deleted entry', (random, log) => rewritten(log, log.rows.toSpliced(random.below(log.rows.length - 1), 1))],
  ['an inserted entry', (random, log) => {
    const at = random.below(log.rows.length);
    return rewritten(log, log.rows.toSpliced(at, 0, { ...rowOf(random, at + 1), seq: at + 1, commitment: random.hex(32), hash: random.hex(32) }));
  }],
  ['two entries in each other’s place', (random, log) => {
    const at = random.below(log.rows.length - 1);
    return rewritten(log, log.rows.toSpliced(at, 2, log.rows[at + 1], log.rows[at]));
  }],
  ['two entries that took each other’s numbers', (random, log) => {
    const at = random.below(log.rows.length - 1);
    return rewritten(log, log.rows.toSpliced(at, 2, { ...log.rows[at + 1], seq: at + 1 }, { ...log.rows[at], seq: at + 2 }));
  }],
  ['a repeated entry', (random, log) => {
    const at = random.below(log.rows.length);
    return rewritten(log, log.rows.toSpliced(at, 0, log.rows[at]));
  }],
  ['a cut tail', (random, log) => rewritten(log, log.rows.slice(0, random.between(1, log.rows.length - 1)), { checkpoints: [newestOf(log)] })],
  ['a whole log that was deleted', (_, log) => rewritten(log, [], { checkpoints: [newestOf(log)] })],
  ['no log at all', (_, log) => reading([], { checkpoints: [newestOf(log)] })],
  ['a fork', (random, log) => {
    const fork = rewrittenAndSigned(random, log);
    return reading(exported(fork), { checkpoints: [newestOf(log)] });
  }],
  ['two halves of a fork', (random, log) => {
    const fork = rewrittenAndSigned(random, { ...log, rows: log.rows.slice(0, -1) });
    const rows = chained(log.chain, [...fork.rows.slice(0, -1), rowOf(random, 99), rowOf(random, 100)]);
    return reading([exported(log, 1, log.rows.length - 1), exported({ ...log, rows, seals: new Map() }, log.rows.length)]);
  }],
  ['an old export shown again', (random, log) => {
    const cut = random.between(1, log.rows.length - 1);
    return reading(exported(log, 1, cut), { checkpoints: [newestOf(log)] });
  }],
  ['entries of another log', (random, log) => rewritten(log, madeLog(random, { chain: 'ten_other', keys: log.keys }).rows)],
  ['the log of somebody else', (random, log) => reading(exported(madeLog(random, { chain: 'ten_other', keys: log.keys })), { chain: log.chain })],
  ['a kept checkpoint of somebody else', (random, log) => reading(exported(madeLog(random, { chain: 'ten_other', keys: log.keys })), { checkpoints: [anyOf(random, log)] })],
  ['a rewrite that is signed anew', (random, log) => reading(exported(rewrittenAndSigned(random, log)), { checkpoints: [newestOf(log)] })],
  ['a rewrite that is signed by another key', (random, log) => reading(exported(rewrittenAndSigned(random, log, [keyOf(random.hex(32))])), { keys: log.keys.map(({ id }) => id) })],
  ['a checkpoint of a rewrite put among the kept', (random, log) => reading(exported(log), { checkpoints: [newestOf(rewrittenAndSigned(random, log, [keyOf(random.hex(32))]))] })],
  ['a checkpoint that claims another head', (random, log) => {
    const forged = structuredClone(anyOf(random, log));
    forged.checkpoint.head = otherHex(random, forged.checkpoint.head);
    return reading(exported({ ...log, seals: new Map(log.seals).set(forged.checkpoint.seq, forged) }));
  }],
  ['a checkpoint with another signature', (random, log) => {
    const forged = structuredClone(anyOf(random, log));
    forged.signature = otherHex(random, forged.signature);
    return reading(exported({ ...log, seals: new Map(log.seals).set(forged.checkpoint.seq, forged) }));
  }],
  ['a kept checkpoint with another signature', (random, log) => {
    const forged = structuredClone(anyOf(random, log));
    forged.signature = otherHex(random, forged.signature);
    return reading(exported(log), { checkpoints: [forged] });
  }],
  ['a kept checkpoint that is none', (random, log) => reading(exported(log), { checkpoints: [{ ...anyOf(random, log), signature: 'none' }] })],
  ['a key that took another’s id', (random, log) => reading(exported({ ...log, keys: log.keys.map((key) => ({ ...key, public: otherHex(random, key.public) })) }))],
  ['a key that nobody vouches for', (random, log) => {
    const [first, second] = [keyOf(random.hex(32)), keyOf(random.hex(32))];
    return reading(exported({ ...log, seals: new Map(), keys: [{ ...first, sign: second.sign }, second] }));
  }],
  ['a changed byte', (random, log) => {
    const bytes = bytesOf(random, log);
    bytes[random.below(bytes.length)] ^= 1 << random.below(8);
    return reading(bytes);
  }],
  ['a changed digit', (random, log) => {
    const bytes = bytesOf(random, log);
    const places = [...bytes.keys()].filter((at) => bytes[at] >= 0x30 && bytes[at] <= 0x39);
    const at = random.of(places);
    bytes[at] = 0x30 + ((bytes[at] - 0x30 + random.between(1, 9)) % 10);
    return reading(bytes);
  }],
  ['a broken-off file', (random, log) => reading(exported(log).subarray(0, random.below(exported(log).length)))],
  ['a lost line', (random, log) => reading(joined(linesOf(log).toSpliced(random.below(linesOf(log).length), 1)))],
  ['a doubled line', (random, log) => {
    const at = random.below(linesOf(log).length);
    return reading(joined(linesOf(log).toSpliced(at, 0, linesOf(log)[at])));
  }],
  ['two lines in each other’s place', (random, log) => {
    const lines = linesOf(log);
    const at = random.below(lines.length - 1);
    return reading(joined(lines.toSpliced(at, 2, lines[at + 1], lines[at])));
  }],
  ['two files in each other’s place', (random, log) => reading([exported(log, 3), exported(log, 1, 2)])],
  ['a file twice', (_, log) => reading([exported(log), exported(log)])],
  ['a missing file', (_, log) => reading([exported(log, 1, 1), exported(log, 3)])],
  // The same numbers and texts in another spelling are not what was written.
  ['a number with a point', replaced(/"seq":(\d+)/, '"seq":$1.0')],
  ['a number with an exponent', replaced(/"v":1/, '"v":1e0')],
  ['a number beyond what is exact', replaced(/"seq":1,/, '"seq":9007199254740993,')],
  ['a number below nothing', replaced(/"from":1/, '"from":-0')],
  ['a truth for a number', replaced(/"v":1/, '"v":true')],
  ['no number', replaced(/"seq":1,/, '"seq":NaN,')],
  ['a letter spelt out', replaced(/"type":"entry"/, '"type":"\\u0065ntry"')],
  ['half a character', replaced(/"action":"[^"]*"/, '"action":"\\ud800"')],
  ['a member twice', replaced(/"type":"header"/, '"type":"header","type":"header"')],
  ['a member more', replaced(/"type":"entry"/, '"type":"entry","zzz":0')],
  ['white space', replaced(/"type":/, '"type": ')],
  ['a mark of byte order', (_, log) => reading(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), exported(log)]))],
  ['another end of line', replaced(/\n/g, '\r\n')],
  ['an empty line', replaced(/\n/, '\n\n')],
  ['something behind the end', (_, log) => reading(Buffer.concat([exported(log), Buffer.from('\n')]))],
  ['bytes that are no text', (random, log) => {
    const bytes = bytesOf(random, log);
    bytes.fill(0xff, bytes.length >> 1, (bytes.length >> 1) + 2);
    return reading(bytes);
  }],
]);
