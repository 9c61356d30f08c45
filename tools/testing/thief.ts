import { createDecipheriv, createPrivateKey, createPublicKey, diffieHellman, hkdfSync } from 'node:crypto';
import { cpSync } from 'node:fs';
import { LocalBlobs, type Blobs } from '@inkproof/platform';
import { specFolder } from '@inkproof/spec-database';
import pg from 'pg';

/** What somebody has got hold of: a copy of the database and one of the storage, the place of the keys as it is now, and the master key. */
export interface Loot {
  ownerUrl: string;
  storage: string;
  keys: Blobs;
  masterKey: Uint8Array;
}

/** What comes before it in a piece says only by which key it is wrapped. */
const WRAPPED_BYTES = 60;

interface Row {
  of: string;
  columns: Record<string, unknown>;
}

/** A copy of a folder, as backups are. */
export const copyOf = (folder: string): string => {
  const copy = specFolder();
  cpSync(folder, copy, { recursive: true });
  return copy;
};

/** Keys or sealed bytes as they lie in a folder. */
export const placeAt = (folder: string): Blobs => new LocalBlobs(folder);

/** Of our own making and not the product's, or it could miss what the product has. */
const decrypt = (key: Uint8Array, piece: Uint8Array, name: string): Buffer | undefined => {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, piece.subarray(0, 12), { authTagLength: 16 }).setAAD(Buffer.from(name)).setAuthTag(piece.subarray(12, 28));
    return Buffer.concat([decipher.update(piece.subarray(28)), decipher.final()]);
  } catch {
    return undefined;
  }
};

/** What was sealed for the other half of this key: by X25519 and HKDF-SHA-256, with the half of the sender in front. */
const openedWith = (secret: Buffer, piece: Buffer, name: string): Buffer | undefined => {
  if (piece.length < 32 + 28) return undefined;
  const privateKey = createPrivateKey({ key: Buffer.concat([Buffer.from('302e020100300506032b656e04220420', 'hex'), secret]), format: 'der', type: 'pkcs8' });
  const sender = Buffer.concat([Buffer.from('302a300506032b656e032100', 'hex'), piece.subarray(0, 32)]);
  const halves = Buffer.concat([piece.subarray(0, 32), createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32)]);
  const shared = diffieHellman({ privateKey, publicKey: createPublicKey({ key: sender, format: 'der', type: 'spki' }) });
  return decrypt(Buffer.from(hkdfSync('sha256', shared, halves, name, 32)), piece.subarray(32), name);
};

const rowsOf = async (client: pg.Client): Promise<Row[]> => {
  const { rows: tables } = await client.query<{ name: string }>(`SELECT DISTINCT table_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND (data_type = 'bytea' OR table_name IN ('tenant_key', 'drawer'))`);
  const found: Row[] = [];
  for (const { name } of tables) found.push(...(await client.query<Record<string, unknown>>(`SELECT * FROM "${name}"`)).rows.map((columns) => ({ of: name, columns })));
  return found;
};

const textsOf = ({ columns }: Row): string[] => Object.values(columns).filter((value): value is string => typeof value === 'string');
const bytesOf = ({ columns }: Row): Buffer[] => Object.values(columns).filter((value): value is Buffer => value instanceof Buffer);
/** Under what a row's own secret may have been sealed: what it says in words, and what is made of that. */
const namesOf = (row: Row): string[] => {
  const { id, mail_id: mail, job_id: job, document, page, subject, caller, route, key_hash: keyHash } = row.columns;
  return [...textsOf(row), `${String(id)} recipient`, `factor:${String(id)}`, `${String(mail)} message`, [job, document, page].join('/'), [subject, caller, route, keyHash].join(' ')];
};

const allOf = async (keys: Blobs): Promise<Buffer[]> => {
  const found: Buffer[] = [];
  for await (const name of keys.list({ from: 'blb_', before: 'tky`' })) found.push((await keys.get(name)) ?? Buffer.alloc(0));
  return found;
};

/** Everything that can be opened with it, as text. It tries every key there is on everything that could be sealed. */
export const openAll = async ({ ownerUrl, storage, keys, masterKey }: Loot): Promise<string[]> => {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  const blobs = new LocalBlobs(storage);
  const opened: string[] = [];
  try {
    const rows = await rowsOf(client);
    const laid = async (place: Blobs, row: Row): Promise<Buffer[]> => (await Promise.all(textsOf(row).filter((name) => /^(blb|tky)_\w+$/.test(name)).map((name) => place.get(name)))).filter((bytes) => bytes !== undefined);
    const tenants = [...new Set(rows.flatMap(({ columns }) => columns['tenant_id'] ?? []))].map((tenant) => `tenant key ${String(tenant)}`);
    const wrapping = [masterKey];
    // Whether or not a row tells of them.
    const ofTenants = [...rows.filter(({ of }) => of === 'tenant_key').flatMap(bytesOf), ...(await allOf(keys))];
    for (const held of ofTenants) wrapping.push(...tenants.flatMap((name) => decrypt(masterKey, held, name) ?? []).filter(({ length }) => length === 32));
    const unwrapped = (piece: Buffer, name: string): Buffer[] => wrapping.flatMap((key) => decrypt(key, piece.subarray(-WRAPPED_BYTES), name) ?? []).filter(({ length }) => length === 32);
    const drawers = (await Promise.all(rows.filter(({ of }) => of === 'drawer').map(async (row) => (await laid(keys, row)).flatMap((piece) => unwrapped(piece, String(row.columns['name'])))))).flat();
    const letterboxes = (await Promise.all(rows.filter(({ of }) => of === 'letterbox').map(async (row) => (await laid(keys, row)).flatMap((piece) => unwrapped(piece, String(row.columns['key'])))))).flat();
    for (const row of rows) {
      const [wrapped, sealed] = [[...bytesOf(row), ...(await laid(keys, row))], [...bytesOf(row), ...(await laid(blobs, row))]];
      for (const name of namesOf(row)) {
        for (const key of [...drawers, ...wrapped.flatMap((one) => unwrapped(one, name))]) opened.push(...sealed.flatMap((one) => decrypt(key, one, name)?.toString() ?? []));
        if (row.of === 'mail') for (const secret of letterboxes) opened.push(...sealed.flatMap((one) => openedWith(secret, one, name)?.toString() ?? []));
      }
    }
  } finally {
    await client.end();
  }
  return opened;
};
