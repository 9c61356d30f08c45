// A log as an install would have written it, made without one: rows, checkpoints, keys, and exports of them.
import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { canonical } from '../verify.mjs';

const NOTHING = '0'.repeat(64);
const PRIVATE_DER = Buffer.from('302e020100300506032b657004220420', 'hex');
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex');
const signable = (kind, said) => Buffer.from(`inkproof:${kind}:1\n${canonical(said)}`);

export const keyOf = (seedHex) => {
  const held = createPrivateKey({ key: Buffer.concat([PRIVATE_DER, Buffer.from(seedHex, 'hex')]), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(held).export({ format: 'der', type: 'spki' }).subarray(12);
  return { id: sha256(publicKey), public: publicKey.toString('hex'), sign: (kind, said) => sign(null, signable(kind, said), held).toString('hex') };
};

export const linked = ({ id, public: publicKey, sign: signs }, before) => {
  if (!before) return { id, public: publicKey, after: null, vouching: null };
  const said = { v: 1, key: id, after: before.id };
  return { id, public: publicKey, after: before.id, vouching: before.sign('succession', said) + signs('succession', said) };
};

const momentOf = (seq) => new Date(Date.UTC(2026, 10, 26) + seq * 1_007).toISOString().replace('Z', '123Z');

/** Chains rows anew from the first, as somebody with write access to the store would. */
export const chained = (chain, rows) => {
  let prev = NOTHING;
  return rows.map((row, index) => {
    const seq = index + 1;
    const commitment = row.body === null ? row.commitment : sha256(Buffer.from(row.salt, 'hex'), row.body);
    const hash = sha256(`{"at":"${row.at}","chain":"${chain}","commitment":"${commitment}","prev":"${prev}","seq":${seq},"v":1}`);
    prev = hash;
    return { ...row, seq, commitment, hash };
  });
};

export const erased = (row) => ({ ...row, action: null, actor_kind: null, actor_id: null, body: null, salt: null });

const actions = ['key.issued', 'key.revoked', 'session.opened', 'webhook.changed', 'tenant.changed'];

export const rowOf = (random, seq) => {
  const action = random.of(actions);
  const actor = { kind: random.of(['member', 'staff', 'key']), id: `per_${random.hex(4)}` };
  const body = canonical({ action, version: 1, actor, request_id: `req_${seq}`, targets: [`key_${random.hex(4)}`], outcome: 'done', details: { label: random.of(['', '发票 🧾', 'a\\"b', '\u0001\u2028', 'ﬀ']) } });
  return { at: momentOf(seq), action, actor_kind: actor.kind, actor_id: actor.id, body, salt: random.hex(16) };
};

/** The checkpoints of rows, one behind every so many and one behind the last. A later half is signed by the later key. */
export const sealed = (chain, rows, keys, every) => {
  const seals = new Map();
  for (const { seq, hash, at } of rows)
    if (seq % every === 0 || seq === rows.length) {
      const key = keys[Math.min(keys.length - 1, Math.floor((seq / rows.length) * keys.length))];
      const checkpoint = { v: 1, chain, seq, head: hash, at, key: key.id };
      seals.set(seq, { checkpoint, signature: key.sign('checkpoint', checkpoint) });
    }
  return seals;
};

/** A span as lines, signed by the newest key: what the install signs is what it finds. */
export const exported = ({ chain, rows, seals, keys }, from = 1, to = rows.length) => {
  const lines = [{ type: 'header', v: 1, chain, from, to, prev: rows[from - 2]?.hash ?? NOTHING, keys: keys.map((key, at) => linked(key, keys[at - 1])) }];
  for (const row of rows.slice(from - 1, to)) {
    lines.push({ type: 'entry', ...row });
    const seal = seals.get(row.seq);
    if (seal) lines.push({ type: 'checkpoint', ...seal });
  }
  const text = lines.map((line) => `${canonical(line)}\n`).join('');
  const end = { v: 1, chain, from, to, head: rows[to - 1]?.hash ?? NOTHING, sha256: sha256(text), at: '2026-11-26T12:00:00.000Z', key: keys.at(-1).id };
  return Buffer.from(`${text}${canonical({ type: 'end', ...end, signature: keys.at(-1).sign('export', end) })}\n`);
};

export const madeLog = (random, { chain = 'ten_01k9', entries = random.between(4, 14), keys = Array.from({ length: random.between(1, 2) }, () => keyOf(random.hex(32))), every = random.between(2, 5) } = {}) => {
  const written = chained(chain, Array.from({ length: entries }, (_, index) => rowOf(random, index + 1)));
  const rows = written.map((row) => (random.below(6) === 0 ? erased(row) : row));
  return { chain, rows, keys, every, seals: sealed(chain, rows, keys, every) };
};
