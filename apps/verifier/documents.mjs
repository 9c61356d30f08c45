// Receipts of filings, certificates of deletion, and exports of everything about a filing on a day: whether they are what
// the provider signed. No network, nothing but Node. `inkproof_verify.py` is the same law written a second time.
import { any, chain, checkEntry, checkSignature, count, Fault, hex, is, isKey, isObject, isWellFormed, lines, moment, NOTHING, one, orNull, read, sha256, shape, text, trust } from './verify.mjs';

const day = text(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/);
const instant = text(/^[0-9TZ:.-]{20,30}$/);
const zero = is(0);
const several = (check) => (value) => Array.isArray(value) && value.every(check);
/** Text, and lists and objects of it. */
const words = (value) => value === null || typeof value === 'string' || (Array.isArray(value) ? value.every(words) : isObject(value) && Object.values(value).every(words));
const named = shape({ id: any, name: any });

const isReceipt = shape({
  receipt: shape({
    v: one,
    kind: is('filing'),
    issued_at: instant,
    provider: any,
    tenant: named,
    filing: named,
    version: shape({ id: any, number: count, text_sha256: hex(32), language: any, effective_on: day, ends_on: orNull(day), categories: several(any), submitted_at: instant, accepted_at: instant }),
    entry: shape({ chain, seq: count, hash: hex(32) }),
    checkpoint: shape({ v: one, chain, seq: count, head: hex(32), at: moment, key: hex(32), signature: hex(64) }),
    duty: any,
    key: hex(32),
  }),
  signature: hex(64),
});

const certified = {
  v: one,
  id: any,
  issued_at: instant,
  tenant: named,
  deletion: shape({ id: any, origin: any, requested_by: any, requested_at: instant, selection: words }),
  erased: shape({ count, by_class: several(shape({ record_class: any, count })), first_at: orNull(instant), last_at: orNull(instant), salt: text(/^([0-9a-f]{2})*$/), digests_sha256: hex(32), digests: orNull(several(hex(32))) }),
  keys: shape({ count, ids_sha256: hex(32), ids: orNull(several(any)) }),
  method: is('data_keys_destroyed'),
  verification: shape({ at: instant, rows_left: zero, keys_left: zero, blobs_left: zero }),
  excluded: shape({ held: count, kept: count, holds: several(any) }),
  backup_horizon: instant,
  checkpoint: orNull(shape({ seq: count, head: hex(32), at: moment })),
  irreversible: is('无法复原'),
};
/** Where the service had ended. */
const serviceEnd = shape({ id: any, side: any, last_day: day, ended_at: instant, offered_at: several(instant), law: is('个人信息保护法第二十一条') });
const either = (one, other) => (value) => one(value) || other(value);

const isCertificate = shape({
  certificate: either(shape(certified), shape({ ...certified, service_end: serviceEnd })),
  key: hex(32),
  public_key: hex(32),
  signature: hex(64),
});

const isManifest = shape({
  manifest: shape({ v: one, kind: is('filing_export'), tenant: any, filing: any, day, made_at: instant, files: several(shape({ name: any, bytes: count, sha256: hex(32), lines: orNull(count) })), key: hex(32) }),
  signature: hex(64),
});
const isKeys = shape({ keys: several(isKey) });
const about = (value) => isObject(value) && typeof value.id === 'string';
const isExport = (value) =>
  isObject(value) && about(value.tenant) && about(value.filing) && typeof value.day === 'string' && several((version) => about(version) && typeof version.text === 'string' && typeof version.text_sha256 === 'string')(value.in_force) && several((version) => about(version) && typeof version.text_sha256 === 'string')(value.versions);
const proofs = {
  span: shape({ type: is('span'), chain, after: count, prev: hex(32) }),
  link: shape({ type: is('link'), seq: count, at: moment, commitment: hex(32), hash: hex(32) }),
  entry: lines.entry,
  checkpoint: lines.checkpoint,
};

/** JSON as this install writes it, close or with two spaces, and in no other spelling: what is read is what is verified. */
const document = (bytes, isSaid) => {
  try {
    const said = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes).replace(/\n$/, '');
    const value = JSON.parse(said);
    if (isWellFormed(value) && (JSON.stringify(value) === said || JSON.stringify(value, null, 2) === said) && isSaid(value)) return value;
  } catch {
    // It is no JSON, or none that can be walked through.
  }
  throw new Fault('document.malformed');
};

const checkReceipt = (bytes, keys) => {
  const { receipt, signature } = document(bytes, isReceipt);
  const { tenant, entry, checkpoint: { signature: sealed, ...checkpoint }, key } = receipt;
  checkSignature(keys, key, 'receipt', receipt, signature, 'receipt.signature');
  if (entry.chain !== tenant.id || checkpoint.chain !== tenant.id) throw new Fault('receipt.chain');
  if (entry.seq > checkpoint.seq || (entry.seq === checkpoint.seq && entry.hash !== checkpoint.head)) throw new Fault('receipt.place');
  checkSignature(keys, checkpoint.key, 'checkpoint', checkpoint, sealed, 'checkpoint.signature');
  return receipt;
};

const checkCertificate = (bytes, keysWith) => {
  const { certificate, key, public_key, signature } = document(bytes, isCertificate);
  checkSignature(keysWith({ id: key, public: public_key, after: null, vouching: null }), key, 'deletion', certificate, signature, 'certificate.signature');
  const { erased, keys } = certificate;
  const digests = erased.digests && erased.digests.length === erased.count && sha256(Buffer.from(erased.digests.join(''), 'hex')) === erased.digests_sha256;
  const ids = keys.ids && keys.ids.length === keys.count && sha256(keys.ids.map((id) => `${id}\n`).join('')) === keys.ids_sha256;
  if (digests === false || ids === false || erased.by_class.reduce((sum, { count: some }) => sum + some, 0) !== erased.count) throw new Fault('certificate.sums');
  return certificate;
};

/** Entries, each with what links it to a signed head. What stands between two spans is not told, and nothing is claimed of it. */
const walkProofs = (bytes, chainOfTenant, keys) => {
  const log = { chain: chainOfTenant, seq: 0, head: NOTHING, at: '', began: 0, sealed: 0, isOpen: false, entries: 0 };
  for (let start = 0; start < bytes.length; ) {
    const stop = bytes.indexOf(10, start);
    const line = stop < 0 ? undefined : read(bytes.subarray(start, stop), proofs);
    if (!line) throw new Fault('document.malformed');
    if ((line.type === 'span') === log.isOpen) throw new Fault('span.order');
    if (line.type === 'span') {
      if (line.chain !== log.chain || line.after < log.sealed || (line.after === 0) !== (line.prev === NOTHING)) throw new Fault('span.order');
      Object.assign(log, { seq: line.after, began: line.after, head: line.prev, at: '', isOpen: true });
    } else if (line.type === 'checkpoint') {
      const { checkpoint, signature } = line;
      if (checkpoint.chain !== log.chain || checkpoint.seq !== log.seq || log.seq === log.began) throw new Fault('checkpoint.place');
      if (checkpoint.head !== log.head) throw new Fault('checkpoint.head');
      checkSignature(keys, checkpoint.key, 'checkpoint', checkpoint, signature, 'checkpoint.signature');
      Object.assign(log, { sealed: log.seq, isOpen: false });
    } else {
      checkEntry(log, line.type === 'entry' ? line : { ...line, action: null, actor_kind: null, actor_id: null, body: null, salt: null });
      Object.assign(log, { seq: line.seq, at: line.at, head: line.hash });
      if (line.type === 'entry') log.entries++;
    }
    start = stop + 1;
  }
  if (log.isOpen) throw new Fault('span.open');
  return log.entries;
};

const linesIn = (bytes) => bytes.reduce((found, byte) => found + (byte === 10 ? 1 : 0), 0);

/** Every file is what the manifest signs, no file is more or less, and what is signed by itself says the same as the rest. */
const checkBundle = (files, trusted, at) => {
  const fileOf = (name) => {
    at.file = name;
    if (!files.has(name)) throw new Fault('bundle.files');
    return files.get(name);
  };
  const { manifest, signature } = document(fileOf('manifest.json'), isManifest);
  const keys = trusted(document(fileOf('keys.json'), isKeys).keys);
  at.file = 'manifest.json';
  checkSignature(keys, manifest.key, 'bundle', manifest, signature, 'bundle.signature');
  if (new Set(manifest.files.map(({ name }) => name)).size !== files.size - 1 || manifest.files.length !== files.size - 1 || manifest.files.some(({ name }) => name === 'manifest.json')) throw new Fault('bundle.files');
  for (const { name, bytes, sha256: digest, lines: told } of manifest.files) {
    const content = fileOf(name);
    if (content.length !== bytes || sha256(content) !== digest || (told !== null && linesIn(content) !== told)) throw new Fault('bundle.changed');
  }
  const said = document(fileOf('export.json'), isExport);
  if (said.tenant.id !== manifest.tenant || said.filing.id !== manifest.filing || said.day !== manifest.day || said.made_at !== manifest.made_at) throw new Fault('bundle.about');
  if (said.in_force.some((version) => sha256(version.text) !== version.text_sha256)) throw new Fault('bundle.text');
  let [receipts, certificates] = [0, 0];
  for (const { name } of manifest.files) {
    if (name.startsWith('receipts/')) {
      const { tenant, filing, version } = checkReceipt(fileOf(name), keys);
      const shown = said.versions.find(({ id }) => id === version.id);
      if (name !== `receipts/${version.id}.json` || tenant.id !== manifest.tenant || filing.id !== manifest.filing || shown?.text_sha256 !== version.text_sha256) throw new Fault('bundle.receipt');
      receipts++;
    } else if (name.startsWith('certificates/')) {
      const { id, tenant } = checkCertificate(fileOf(name), () => keys);
      if (name !== `certificates/${id}.json` || tenant.id !== manifest.tenant) throw new Fault('bundle.certificate');
      certificates++;
    }
  }
  const entries = walkProofs(fileOf('audit.ndjson'), manifest.tenant, keys);
  return { tenant: manifest.tenant, filing: manifest.filing, day: manifest.day, files: manifest.files.length, receipts, certificates, entries, key: manifest.key };
};

const judged = (kind, work) => {
  const at = { file: null };
  try {
    return { ok: true, fault: null, kind, ...work(at) };
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    return { ok: false, fault: fault.fault, kind, file: at.file };
  }
};

/** `known` are public keys that the reader fetched, `keys` the ids of those the reader knows. */
export const verifyReceipt = (bytes, { known = [], keys: pins = [] } = {}) =>
  judged('receipt', () => {
    const { tenant, filing, version, key } = checkReceipt(bytes, trust(known, pins));
    return { tenant: tenant.id, filing: filing.id, version: version.id, text_sha256: version.text_sha256, key, pinned: pins.length > 0 };
  });

/** A certificate brings its key; whether that is the provider's only a known key tells. */
export const verifyCertificate = (bytes, { known = [], keys: pins = [] } = {}) =>
  judged('certificate', () => {
    let key;
    const { id, tenant, deletion, erased } = checkCertificate(bytes, (own) => {
      key = own.id;
      const others = known.some((one) => one.id === own.id && one.public === own.public) ? [] : [own];
      return trust([...known, ...others], pins);
    });
    return { certificate: id, tenant: tenant.id, deletion: deletion.id, erased: erased.count, key, pinned: pins.length > 0 };
  });

/** `files` is a Map from names to bytes. */
export const verifyBundle = (files, { keys: pins = [] } = {}) => judged('filing_export', (at) => ({ ...checkBundle(files, (keys) => trust(keys, pins), at), pinned: pins.length > 0 }));

/** Public keys as `/v1/audit-keys` lists them, or as an export has them. */
export const keysIn = ({ keys }) => keys.map(({ id, public: hexed, kid, x, after, vouching }) => (kid === undefined ? { id, public: hexed, after, vouching } : { id: kid, public: Buffer.from(x, 'base64url').toString('hex'), after, vouching }));
