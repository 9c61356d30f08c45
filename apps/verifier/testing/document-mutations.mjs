// What can be done to a receipt, a certificate or an export of a filing, and by whom. Each answers what a reader then holds.
import { canonical } from '../verify.mjs';
import { keyOf, madeLog } from './made-log.mjs';
import { joined, keyLines, madeBundle, madeCertificate, madeProofs, madeReceipt, sealedBundle, signed } from './made-documents.mjs';

const fileOf = (value) => new Map([['document', Buffer.from(typeof value === 'string' ? value : JSON.stringify(value))]]);
const held = (kind, log, files, more = {}) => ({ kind, files: files instanceof Map ? files : fileOf(files), known: kind === 'receipt' ? keyLines(log) : [], keys: [], ...more });

const receiptOf = (random, log) => signed.receipt(log.keys.at(-1), madeReceipt(random, log));
const certificateOf = (random, log) => signed.certificate(log.keys.at(-1), madeCertificate(random, log));
const makes = { receipt: receiptOf, certificate: certificateOf };

/** Where every leaf of a value is. */
const leaves = (value, path = []) => (value !== null && typeof value === 'object' && Object.keys(value).length ? Object.entries(value).flatMap(([name, one]) => leaves(one, [...path, name])) : [path]);
const otherThan = (random, value) => {
  if (typeof value === 'number') return value + random.between(1, 3);
  if (typeof value !== 'string') return 'x';
  if (!value) return 'x';
  const at = random.below(value.length);
  const digit = random.of([...'0123456789abcdef'].filter((one) => one !== value[at]));
  return value.slice(0, at) + digit + value.slice(at + 1);
};
const withLeaf = (value, [name, ...rest], change) => {
  const copy = Array.isArray(value) ? [...value] : { ...value };
  copy[name] = rest.length ? withLeaf(copy[name], rest, change) : change(copy[name]);
  return copy;
};
const without = (value, [name, ...rest]) => {
  if (rest.length) return { ...value, [name]: without(value[name], rest) };
  const { [name]: _gone, ...left } = value;
  return left;
};
const byteChanged = (random, bytes) => {
  const changed = Buffer.from(bytes);
  if (changed.length === 0) return Buffer.from('x');
  changed[random.below(changed.length)] ^= 1 << random.below(8);
  return changed;
};

const ofDocuments = Object.keys(makes).flatMap((kind) => {
  const make = (random, log, change, more) => held(kind, log, change(makes[kind](random, log)), more);
  const text = (change) => (random, log) => make(random, log, (said) => change(JSON.stringify(said), random));
  return [
    [`a flipped field of a ${kind}`, (random, log) => make(random, log, (said) => withLeaf(said, random.of(leaves(said)), (value) => otherThan(random, value)))],
    [`a changed byte of a ${kind}`, (random, log) => make(random, log, (said) => fileOf(said).set('document', byteChanged(random, Buffer.from(JSON.stringify(said)))))],
    [`a missing field of a ${kind}`, (random, log) => make(random, log, (said) => without(said, random.of(leaves(said).filter((path) => path.every((name) => Number.isNaN(Number(name)))))))],
    [`a field more in a ${kind}`, (random, log) => make(random, log, (said) => ({ ...said, [kind]: { ...said[kind], zzz: random.of([1, 'x', null, []]) } }))],
    [`a member beside a ${kind}`, (random, log) => make(random, log, (said) => ({ ...said, note: 'x' }))],
    [`a ${kind} signed by another key`, (random, log) => {
      const other = keyOf(random.hex(32));
      const said = makes[kind](random, { ...log, keys: [other] });
      return held(kind, log, said, { keys: [log.keys[0].id] });
    }],
    [`a ${kind} with the key of another`, (random, log) => make(random, log, (said) => (kind === 'receipt' ? { ...said, receipt: { ...said.receipt, key: keyOf(random.hex(32)).id } } : { ...said, public_key: keyOf(random.hex(32)).public }))],
    [`a ${kind} with a member twice`, text((said) => said.replace(`"${kind}":{`, `"${kind}":{"v":1,"v":1},"${kind}":{`))],
    [`a ${kind} with white space`, text((said) => said.replace(/:/, ': '))],
    [`a ${kind} with a number with a point`, text((said) => said.replace('"v":1', '"v":1.0'))],
    [`a ${kind} with a truth for a number`, text((said) => said.replace('"v":1', '"v":true'))],
    [`a ${kind} with no number`, text((said) => said.replace('"v":1', '"v":NaN'))],
    [`a ${kind} with a letter spelt out`, text((said) => said.replace('"v":1', '"\\u0076":1'))],
    [`a ${kind} with half a character`, text((said) => said.replace(/"issued_at":"[^"]*"/, '"issued_at":"\\ud800"'))],
    [`a ${kind} with a mark of byte order`, text((said) => `\ufeff${said}`)],
    [`a ${kind} that breaks off`, text((said, random) => said.slice(0, random.below(said.length)))],
    [`no ${kind} but another thing`, (random, log) => held(kind, log, random.of(['null', '[]', '{}', '1', '"x"', '']))],
  ];
});

const resigned = (make, change) => (random, log) => {
  const { kind, body } = make(random, log);
  return held(kind, log, signed[kind](log.keys.at(-1), change(body, random, log)));
};
const aReceipt = (random, log) => ({ kind: 'receipt', body: madeReceipt(random, log) });
const aCertificate = (random, log) => ({ kind: 'certificate', body: madeCertificate(random, log) });

/** What even whoever holds the key would have to get right. */
const ofSigners = [
  ['a receipt that points into another log', resigned(aReceipt, (body) => ({ ...body, entry: { ...body.entry, chain: 'ten_other' } }))],
  ['a receipt whose checkpoint lies before its entry', resigned(aReceipt, (body) => ({ ...body, entry: { ...body.entry, seq: body.checkpoint.seq + 1 } }))],
  ['a receipt whose checkpoint was made up', resigned(aReceipt, (body, random) => ({ ...body, checkpoint: { ...body.checkpoint, signature: random.hex(64) } }))],
  ['a certificate that counts more than it lists', resigned(aCertificate, (body) => ({ ...body, erased: { ...body.erased, count: body.erased.count + 1 } }))],
  ['a certificate with another digest of its digests', resigned(aCertificate, (body, random) => ({ ...body, erased: { ...body.erased, digests: [], count: 0, by_class: [], digests_sha256: random.hex(32) } }))],
  ['a certificate with another digest of its keys', resigned(aCertificate, (body, random) => ({ ...body, keys: { count: 0, ids: [], ids_sha256: random.hex(32) } }))],
];

const inBundle = (change) => (random, log) => held('bundle', log, change(madeBundle(random, log), random, log));
const namesOf = (files) => [...files.keys()];
const replaced = (files, name, bytes) => new Map(files).set(name, bytes);
const manifestOf = (files) => JSON.parse(files.get('manifest.json'));
const told = (change) => inBundle((files, random, log) => sealedBundle(log, replaced(files, 'export.json', Buffer.from(JSON.stringify(change(JSON.parse(files.get('export.json')), random))))));
/** The proofs anew, with a manifest that signs them as they are. */
const proofs = (change) => inBundle((files, random, log) => sealedBundle(log, replaced(files, 'audit.ndjson', joined(change(madeProofs(log, log.rows.map(({ seq }) => seq).filter((seq) => seq % 2 === 1)), random, log)))));
const anyOf = (random, lines, type) => random.of([...lines.keys()].filter((at) => lines[at].type === type));
const changedLine = (type, change) => proofs((lines, random, log) => {
  const at = anyOf(random, lines, type);
  return lines.with(at, change(lines[at], random, log));
});

const ofBundles = [
  ['a changed byte of any file', inBundle((files, random) => {
    const name = random.of(namesOf(files));
    return replaced(files, name, byteChanged(random, files.get(name)));
  })],
  ['a file less', inBundle((files, random) => {
    const left = new Map(files);
    left.delete(random.of(namesOf(files)));
    return left;
  })],
  ['a file more', inBundle((files) => replaced(files, 'receipts/flv_2.json', Buffer.from('{}')))],
  ['two files in each other’s place', inBundle((files) => replaced(replaced(files, 'README.txt', files.get('export.json')), 'export.json', files.get('README.txt')))],
  ['a flipped field of the manifest', inBundle((files, random) => {
    const said = manifestOf(files);
    return replaced(files, 'manifest.json', Buffer.from(canonical(withLeaf(said, random.of(leaves(said)), (value) => otherThan(random, value)))));
  })],
  ['a manifest signed by another key', (random, log) => {
    const other = keyOf(random.hex(32));
    return held('bundle', log, sealedBundle(log, madeBundle(random, log), {}, other), { keys: [log.keys[0].id] });
  }],
  ['a whole export by another key', (random, log) => held('bundle', log, madeBundle(random, madeLog(random)), { keys: [log.keys[0].id] })],
  ['a manifest that names a file twice', inBundle((files, random, log) => {
    const { manifest } = manifestOf(files);
    return replaced(files, 'manifest.json', Buffer.from(canonical(signed.manifest(log.keys.at(-1), { ...manifest, files: [...manifest.files.slice(1), manifest.files[1]] }))));
  })],
  ['a manifest that counts other lines', inBundle((files, random, log) => {
    const { manifest } = manifestOf(files);
    return replaced(files, 'manifest.json', Buffer.from(canonical(signed.manifest(log.keys.at(-1), { ...manifest, files: manifest.files.map((file) => (file.lines === null ? file : { ...file, lines: file.lines + 1 })) }))));
  })],
  ['a manifest of another day', inBundle((files, random, log) => sealedBundle(log, files, { day: '2026-11-28' }))],
  ['a manifest of another filing', inBundle((files, random, log) => sealedBundle(log, files, { filing: 'flg_2' }))],
  ['another text', told((said) => ({ ...said, in_force: [{ ...said.in_force[0], text: `${said.in_force[0].text}x` }] }))],
  ['a version with another digest', told((said, random) => ({ ...said, versions: [{ ...said.versions[0], text_sha256: random.hex(32) }] }))],
  ['a version that is not told of', told((said) => ({ ...said, versions: [] }))],
  ['no texts', told((said) => ({ ...said, in_force: null }))],
  ['a receipt of another version', inBundle((files, random, log) => sealedBundle(log, replaced(files, 'receipts/flv_1.json', Buffer.from(JSON.stringify(signed.receipt(log.keys.at(-1), madeReceipt(random, log, { id: 'flv_2' })))))))],
  ['a receipt whose words were changed', inBundle((files, random, log) => sealedBundle(log, replaced(files, 'receipts/flv_1.json', Buffer.from(files.get('receipts/flv_1.json').toString().replace('砚台', '墨台')))))],
  ['a certificate of somebody else', inBundle((files, random, log) => sealedBundle(log, replaced(files, 'certificates/dct_1.json', Buffer.from(JSON.stringify(signed.certificate(log.keys.at(-1), { ...madeCertificate(random, log), tenant: { id: 'ten_other', name: 'x' } }))))))],
  ['a certificate under another name', inBundle((files, random, log) => sealedBundle(log, replaced(files, 'certificates/dct_1.json', Buffer.from(JSON.stringify(signed.certificate(log.keys.at(-1), madeCertificate(random, log, 'dct_2')))))))],
  ['an entry whose words were changed', changedLine('entry', (entry) => (entry.body === null ? { ...entry, body: '{"actor":{}}' } : { ...entry, body: entry.body.replace('"outcome":"done"', '"outcome":"refused"') }))],
  ['an entry with another commitment', changedLine('entry', (entry, random) => ({ ...entry, commitment: random.hex(32) }))],
  ['an entry with another time', changedLine('entry', (entry) => ({ ...entry, at: entry.at.replace('2026-11', '2026-12') }))],
  ['an entry with another actor', changedLine('entry', (entry) => ({ ...entry, actor_id: 'per_x' }))],
  ['a span that begins elsewhere', changedLine('span', (span, random) => ({ ...span, prev: random.hex(32) }))],
  ['a span of another log', changedLine('span', (span) => ({ ...span, chain: 'ten_other' }))],
  ['a checkpoint with another head', changedLine('checkpoint', (line, random) => ({ ...line, checkpoint: { ...line.checkpoint, head: random.hex(32) } }))],
  ['a checkpoint with another signature', changedLine('checkpoint', (line, random) => ({ ...line, signature: random.hex(64) }))],
  ['proofs without their last checkpoint', proofs((lines) => lines.slice(0, -1))],
  ['proofs with a line less', proofs((lines, random) => lines.toSpliced(anyOf(random, lines, random.of(['span', 'entry', 'checkpoint'])), 1))],
  ['proofs with a span twice', proofs((lines) => [...lines, ...lines])],
  ['proofs with a line of another kind', proofs((lines, random, log) => [{ type: 'header', v: 1, chain: log.chain, from: 1, to: 1, prev: '0'.repeat(64), keys: [] }, ...lines])],
];

const spelt = (kind, spell) => (random, log) => held(kind, log, fileOf(spell(makes[kind](random, log))));
/** Nothing was done: these must be found as signed. */
export const untouched = Object.fromEntries([
  ...Object.keys(makes).flatMap((kind) => [
    [`a ${kind} as it is answered`, spelt(kind, (said) => JSON.stringify(said))],
    [`a ${kind} as it is attached to paper`, spelt(kind, (said) => `${JSON.stringify(said, null, 2)}\n`)],
    [`a ${kind} with a known key`, (random, log) => held(kind, log, makes[kind](random, log), { known: keyLines(log), keys: [random.of(log.keys).id] })],
  ]),
  ['an export', inBundle((files) => files)],
  ['an export with a known key', (random, log) => held('bundle', log, madeBundle(random, log), { keys: [random.of(log.keys).id] })],
]);

/** Something was done: every one of these must be found out. */
export const mutations = Object.fromEntries([...ofDocuments, ...ofSigners, ...ofBundles]);
