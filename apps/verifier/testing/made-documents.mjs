// Receipts, certificates and exports of filings as an install would have made them, without one.
import { createHash } from 'node:crypto';
import { canonical } from '../verify.mjs';
import { linked, madeLog } from './made-log.mjs';

const NOTHING = '0'.repeat(64);
const AT = '2026-11-27T08:00:00.000Z';
export const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex');
export const keyLines = ({ keys }) => keys.map((key, at) => linked(key, keys[at - 1]));
const coveringOf = ({ seals }, seq) => [...seals.values()].find(({ checkpoint }) => checkpoint.seq >= seq);

/** Signs a document anew, as whoever has the key would. */
export const signed = {
  receipt: (key, receipt) => ({ receipt, signature: key.sign('receipt', receipt) }),
  certificate: (key, certificate) => ({ certificate, key: key.id, public_key: key.public, signature: key.sign('deletion', certificate) }),
  manifest: (key, manifest) => ({ manifest, signature: key.sign('bundle', manifest) }),
};

export const madeReceipt = (random, log, { id = 'flv_1', textSha256 = random.hex(32) } = {}) => {
  const row = random.of(log.rows);
  const { checkpoint, signature } = coveringOf(log, row.seq);
  return {
    v: 1, kind: 'filing', issued_at: AT, provider: '砚台科技有限公司',
    tenant: { id: log.chain, name: 'Ténant "一"' }, filing: { id: 'flg_1', name: '签收授权书 \u0001\u2028' },
    version: { id, number: random.between(1, 9), text_sha256: textSha256, language: 'zh-CN', effective_on: '2026-11-01', ends_on: random.of([null, '2027-11-01']), categories: ['name', 'phone'].slice(0, random.between(0, 2)), submitted_at: AT, accepted_at: AT },
    entry: { chain: log.chain, seq: row.seq, hash: row.hash }, checkpoint: { ...checkpoint, signature }, duty: '受理只表示……', key: log.keys.at(-1).id,
  };
};

export const madeCertificate = (random, log, id = 'dct_1') => {
  const digests = Array.from({ length: random.between(0, 4) }, () => random.hex(32)).sort();
  const ids = Array.from({ length: random.between(0, 3) }, () => `obj_${random.hex(4)}`).sort();
  const isLong = random.below(4) === 0;
  const last = log.rows.at(-1);
  return {
    v: 1, id, issued_at: AT, tenant: { id: log.chain, name: 'one' },
    deletion: { id: 'del_1', origin: random.of(['request', 'expiry']), requested_by: 'per_1', requested_at: AT, selection: random.of([null, { tag: 'x' }, { ids: ['rec_1'] }, { created: { from: AT, to: AT } }]) },
    erased: { count: digests.length, by_class: digests.length ? [{ record_class: 'recognition', count: digests.length }] : [], first_at: AT, last_at: null, salt: random.hex(16), digests_sha256: sha256(Buffer.from(digests.join(''), 'hex')), digests: isLong ? null : digests },
    keys: { count: ids.length, ids_sha256: sha256(ids.map((one) => `${one}\n`).join('')), ids: isLong ? null : ids },
    method: 'data_keys_destroyed', verification: { at: AT, rows_left: 0, keys_left: 0, blobs_left: 0 }, excluded: { held: random.below(3), kept: 0, holds: ['hld_1'] },
    backup_horizon: AT, checkpoint: random.of([null, { seq: last.seq, head: last.hash, at: last.at }]), irreversible: '无法复原',
    ...(random.below(3) === 0 && { service_end: { id: 'end_1', side: random.of(['tenant', 'provider']), last_day: '2026-12-31', ended_at: AT, offered_at: [AT, AT, AT], law: '个人信息保护法第二十一条' } }),
  };
};

/** Entries and what links each to the next signed head. */
export const madeProofs = (log, wanted) => {
  const lines = [];
  let proved = 0;
  for (const seq of wanted) {
    if (seq <= proved) continue;
    const seal = coveringOf(log, seq);
    lines.push({ type: 'span', chain: log.chain, after: seq - 1, prev: log.rows[seq - 2]?.hash ?? NOTHING });
    for (const row of log.rows.slice(seq - 1, seal.checkpoint.seq)) lines.push(wanted.includes(row.seq) ? { type: 'entry', ...row } : { type: 'link', seq: row.seq, at: row.at, commitment: row.commitment, hash: row.hash });
    lines.push({ type: 'checkpoint', ...seal });
    proved = seal.checkpoint.seq;
  }
  return lines;
};

const spelt = (value) => Buffer.from(JSON.stringify(value, null, 2));
export const joined = (lines) => Buffer.from(lines.map((line) => `${canonical(line)}\n`).join(''));

/** A manifest of files as they are, signed. */
export const sealedBundle = (log, files, change = {}, key = log.keys.at(-1)) => {
  const inOrder = [...files].filter(([name]) => name !== 'manifest.json');
  const list = inOrder.map(([name, bytes]) => ({ name, bytes: bytes.length, sha256: sha256(bytes), lines: name.endsWith('.ndjson') ? bytes.toString('latin1').split('\n').length - 1 : null }));
  const manifest = { v: 1, kind: 'filing_export', tenant: log.chain, filing: 'flg_1', day: '2026-11-27', made_at: AT, files: list, key: key.id, ...change };
  return new Map([...inOrder, ['manifest.json', Buffer.from(canonical(signed.manifest(key, manifest)))]]);
};

export const madeBundle = (random, log = madeLog(random)) => {
  const text = random.of(['', '我同意', 'Café\n\u0001']);
  const key = log.keys.at(-1);
  const wanted = log.rows.map(({ seq }) => seq).filter(() => random.below(3) > 0);
  const told = { v: 1, made_at: AT, tenant: { id: log.chain, name: 'one' }, filing: { id: 'flg_1', name: 'x' }, day: '2026-11-27', in_force: [{ id: 'flv_1', text, text_sha256: sha256(text) }], versions: [{ id: 'flv_1', text_sha256: sha256(text) }], holds: [] };
  return sealedBundle(log, new Map([
    ['README.txt', Buffer.from('x')],
    ['export.json', spelt(told)],
    ['authorizations.ndjson', Buffer.from('{"id":"aut_1"}\n'.repeat(random.below(3)))],
    ['receipts/flv_1.json', spelt(signed.receipt(key, madeReceipt(random, log, { textSha256: sha256(text) })))],
    ['certificates/dct_1.json', spelt(signed.certificate(random.of(log.keys), madeCertificate(random, log)))],
    ['audit.ndjson', joined(madeProofs(log, wanted))],
    ['keys.json', spelt({ keys: keyLines(log) })],
  ]));
};
