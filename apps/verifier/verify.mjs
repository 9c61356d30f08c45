// The law of the audit log as whoever holds an export can check it: no database, no network, nothing but Node.
// `inkproof_verify.py` beside it is the same law written a second time; the two agree on ten thousand mutilated logs.
// `documents.mjs` goes on from here to receipts, certificates and exports of filings.
import { createHash, createPublicKey, verify } from 'node:crypto';

export const NOTHING = '0'.repeat(64);
const PUBLIC_DER = Buffer.from('302a300506032b6570032100', 'hex');

/** What is wrong, and where: the number of the file, its line, and the place in the log. */
export class Fault extends Error {
  constructor(fault, where = {}) {
    super(fault);
    this.fault = fault;
    this.where = where;
  }
}

export const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex');

/** RFC 8785 for what stands in our lines: objects, arrays, strings, whole numbers and null. */
export const canonical = (value) => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  return `{${Object.keys(value)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`)
    .join(',')}}`;
};

export const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
export const isWellFormed = (value) => (typeof value === 'string' ? value.isWellFormed() : !(value instanceof Object) || Object.entries(value).flat().every(isWellFormed));

// Shapes: a member of a line is what its name says, and no member is missing or more.
export const text = (pattern) => (value) => typeof value === 'string' && pattern.test(value);
export const orNull = (check) => (value) => value === null || check(value);
export const hex = (bytes) => text(new RegExp(`^[0-9a-f]{${2 * bytes}}$`));
export const any = text(/^/);
export const count = (value) => Number.isSafeInteger(value) && value >= 0;
export const one = (value) => value === 1;
export const chain = text(/^(provider|ten_[0-9a-z]{1,40})$/);
export const moment = text(/^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{6}Z$/);
export const shape = (members) => (value) => isObject(value) && Object.keys(value).length === Object.keys(members).length && Object.entries(members).every(([name, check]) => Object.hasOwn(value, name) && check(value[name]));
export const is = (name) => (value) => value === name;

export const isKey = shape({ id: hex(32), public: hex(32), after: orNull(hex(32)), vouching: orNull(hex(128)) });
const isCheckpoint = shape({ v: one, chain, seq: count, head: hex(32), at: moment, key: hex(32) });
const isKept = shape({ checkpoint: isCheckpoint, signature: hex(64) });
export const lines = {
  header: shape({ type: is('header'), v: one, chain, from: count, to: count, prev: hex(32), keys: (value) => Array.isArray(value) && value.every(isKey) }),
  entry: shape({ type: is('entry'), seq: count, at: moment, action: orNull(any), actor_kind: orNull(any), actor_id: orNull(any), body: orNull(any), salt: orNull(hex(16)), commitment: hex(32), hash: hex(32) }),
  checkpoint: shape({ type: is('checkpoint'), checkpoint: isCheckpoint, signature: hex(64) }),
  end: shape({ type: is('end'), v: one, chain, from: count, to: count, head: hex(32), sha256: hex(32), at: text(/^[0-9TZ:.-]{20,30}$/), key: hex(32), signature: hex(64) }),
};

/** A line is canonical JSON in UTF-8 of one of the shapes, or nothing. */
export const read = (bytes, shapes = lines) => {
  try {
    const said = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const line = JSON.parse(said);
    return isObject(line) && isWellFormed(line) && canonical(line) === said && Object.hasOwn(shapes, line.type) && shapes[line.type](line) ? line : undefined;
  } catch {
    return undefined;
  }
};

const signedBy = (publicKey, kind, said, signature) => {
  try {
    return verify(null, Buffer.from(`inkproof:${kind}:1\n${canonical(said)}`), createPublicKey({ key: Buffer.concat([PUBLIC_DER, Buffer.from(publicKey, 'hex')]), format: 'der', type: 'spki' }), Buffer.from(signature, 'hex'));
  } catch {
    return false;
  }
};

/** Keys whose signatures count, by id. With pins: those, and whichever are linked to them; a link is said by both its keys. */
export const trust = (keys, pins) => {
  const byId = new Map(keys.map((key) => [key.id, key]));
  const links = [];
  for (const { id, public: publicKey, after, vouching } of keys) {
    if (sha256(Buffer.from(publicKey, 'hex')) !== id) throw new Fault('key.id');
    if (after === null) continue;
    const before = byId.get(after);
    const succession = { v: 1, key: id, after };
    if (!before || vouching === null || !signedBy(before.public, 'succession', succession, vouching.slice(0, 128)) || !signedBy(publicKey, 'succession', succession, vouching.slice(128))) throw new Fault('key.vouching');
    links.push([id, after]);
  }
  const trusted = new Set(pins.length ? pins.filter((id) => byId.has(id)) : byId.keys());
  for (let size = -1; size !== trusted.size; ) {
    size = trusted.size;
    for (const [one, other] of links) if (trusted.has(one) || trusted.has(other)) trusted.add(one).add(other);
  }
  return new Map([...trusted].map((id) => [id, byId.get(id).public]));
};

export const checkSignature = (keys, id, kind, said, signature, fault) => {
  const publicKey = keys.get(id);
  if (publicKey === undefined) throw new Fault('key.unknown');
  if (!signedBy(publicKey, kind, said, signature)) throw new Fault(fault);
};

/** Whether what was taken out of a body for searching is what stands in it. */
const checkColumns = ({ body, action, actor_kind, actor_id }) => {
  let said = { action: null, actor: { kind: null, id: null } };
  if (body !== null)
    try {
      said = JSON.parse(body);
    } catch {
      throw new Fault('entry.body');
    }
  if (!isObject(said) || !isObject(said.actor)) throw new Fault('entry.body');
  if ((said.action ?? null) !== action || (said.actor.kind ?? null) !== actor_kind || (said.actor.id ?? null) !== actor_id) throw new Fault('entry.column');
};

export const checkEntry = (log, entry) => {
  const { seq, at, body, salt, commitment, hash } = entry;
  if (seq !== log.seq + 1) throw new Fault('entry.order');
  if ((body === null) !== (salt === null)) throw new Fault('entry.body');
  if (body !== null && sha256(Buffer.from(salt, 'hex'), body) !== commitment) throw new Fault('entry.commitment');
  if (sha256(`{"at":"${at}","chain":"${log.chain}","commitment":"${commitment}","prev":"${log.head}","seq":${seq},"v":1}`) !== hash) throw new Fault('entry.hash');
  if (at < log.at) throw new Fault('entry.time');
  checkColumns(entry);
};

const onHeader = (log, line) => {
  if (log.chain === null) Object.assign(log, { chain: line.chain, from: line.from, seq: line.from - 1, head: line.prev });
  if (line.chain !== log.chain) throw new Fault('file.chain');
  if (line.from < 1 || line.from !== log.seq + 1 || line.prev !== log.head || (line.from === 1 && line.prev !== NOTHING)) throw new Fault('file.order');
  log.keys = trust(line.keys, log.pins);
  for (const { checkpoint } of log.saved) if (checkpoint.chain === log.chain && checkpoint.seq === log.seq && checkpoint.head !== log.head) throw new Fault('checkpoint.head');
};

const onEntry = (log, entry) => {
  checkEntry(log, entry);
  Object.assign(log, { seq: entry.seq, at: entry.at, head: entry.hash });
  log.entries++;
  if (entry.body === null) log.erased++;
  for (const { checkpoint } of log.saved) if (checkpoint.chain === log.chain && checkpoint.seq === log.seq && checkpoint.head !== log.head) throw new Fault('checkpoint.head');
};

const onCheckpoint = (log, { checkpoint, signature }) => {
  if (checkpoint.chain !== log.chain) throw new Fault('checkpoint.chain');
  if (checkpoint.seq !== log.seq || log.entries === 0) throw new Fault('checkpoint.place');
  if (checkpoint.head !== log.head) throw new Fault('checkpoint.head');
  checkSignature(log.keys, checkpoint.key, 'checkpoint', checkpoint, signature, 'checkpoint.signature');
  log.sealed = checkpoint.seq;
  log.checkpoints++;
};

const onEnd = (log, header, digest, { type: _, signature, ...end }) => {
  if (end.chain !== log.chain || end.from !== header.from || end.to !== header.to || end.to !== log.seq || end.head !== log.head) throw new Fault('file.end');
  if (end.sha256 !== digest) throw new Fault('file.changed');
  checkSignature(log.keys, end.key, 'export', end, signature, 'file.signature');
};

const walkFile = (log, bytes) => {
  const hash = createHash('sha256');
  let header;
  let ended = false;
  for (let start = 0; start < bytes.length; ) {
    const stop = bytes.indexOf(10, start);
    log.where = { line: (log.where.line ?? 0) + 1 };
    const line = stop < 0 ? undefined : read(bytes.subarray(start, stop));
    if (!line || ended || (line.type === 'header') !== (header === undefined)) throw new Fault(stop < 0 && !ended && header ? 'file.incomplete' : 'file.malformed');
    if (line.type === 'header') onHeader(log, (header = line));
    else if (line.type === 'entry') onEntry(log, line);
    else if (line.type === 'checkpoint') onCheckpoint(log, line);
    else onEnd(log, header, hash.copy().digest('hex'), line);
    ended = line.type === 'end';
    hash.update(bytes.subarray(start, stop + 1));
    start = stop + 1;
  }
  if (!header) throw new Fault('file.empty');
  if (!ended) throw new Fault('file.incomplete');
};

/** What somebody kept is worth something only with its signature, and where it tells of another log it proves nothing. */
const checkSaved = (log) => {
  for (const { checkpoint, signature } of log.saved) {
    if (checkpoint.chain !== log.chain) throw new Fault('checkpoint.chain');
    if (checkpoint.seq > log.seq) throw new Fault('checkpoint.beyond', { seq: log.seq + 1 });
    checkSignature(log.keys, checkpoint.key, 'checkpoint', checkpoint, signature, 'saved.signature');
  }
};

/**
 * Verifies one log from its exports, in their order. `checkpoints` are what the reader kept from before, `keys` the ids of
 * keys the reader knows; a kept checkpoint names its key, and so pins it too.
 */
export const verifyLog = (files, { checkpoints: saved = [], keys = [], chain: expected = null } = {}) => {
  const log = { chain: null, from: 0, seq: 0, at: '', head: NOTHING, entries: 0, erased: 0, checkpoints: 0, sealed: 0, keys: new Map(), saved, pins: [], where: {} };
  let file = 0;
  try {
    if (!saved.every(isKept)) throw new Fault('saved.malformed');
    log.pins = [...keys, ...saved.map(({ checkpoint }) => checkpoint.key)];
    if (!files.length) throw new Fault('file.empty');
    for (const bytes of files) {
      file++;
      log.where = {};
      walkFile(log, bytes);
    }
    file = 0;
    log.where = {};
    if (expected !== null && expected !== log.chain) throw new Fault('file.chain');
    checkSaved(log);
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    return { ok: false, fault: fault.fault, chain: log.chain, file: file || null, line: log.where.line ?? null, seq: fault.where.seq ?? log.seq + (fault.fault.startsWith('entry.') ? 1 : 0) };
  }
  return { ok: true, fault: null, chain: log.chain, from: log.from, to: log.seq, head: log.head, entries: log.entries, erased: log.erased, checkpoints: log.checkpoints, sealed: log.sealed, keys: [...log.keys.keys()].sort(), pinned: log.pins.length > 0 };
};
