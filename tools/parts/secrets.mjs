import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Writes a file that only its owner may read, whole or not at all. */
export const writePrivately = (file, text) => {
  fs.writeFileSync(`${file}.part`, text, { mode: 0o600 });
  fs.renameSync(`${file}.part`, file);
};

const draw = (bytes) => crypto.randomBytes(bytes).toString('base64url');

const drawSigningKey = () => crypto.randomBytes(32).toString('base64');

const fresh = () => ({
  sessionSecret: draw(32),
  keyPepper: draw(32),
  masterKey: crypto.randomBytes(32).toString('base64'),
  signingKey: drawSigningKey(),
  databasePassword: draw(24),
  appDatabasePassword: draw(24),
  demo: { email: 'demo@inkproof.example', password: draw(9) },
  admin: { email: 'admin@inkproof.example', password: draw(9) },
  apiKey: null,
});

/** The secrets of this install, made at the first start. Without this file sealed results cannot be opened again: back it up. */
export const openSecrets = (folder) => {
  const file = path.join(folder, 'secrets.json');
  const read = () => {
    try {
      return JSON.parse(fs.readFileSync(file, 'utf8'));
    } catch (error) {
      throw new Error(`${file} cannot be read (${error.message}). Restore it from a backup; without it stored results cannot be opened.`);
    }
  };
  if (!fs.existsSync(file) && fs.existsSync(path.join(folder, 'pg')))
    throw new Error(`${folder} holds data, and its secrets.json is gone. Restore it from a backup: without it nothing stored there can be opened. For a new install choose another folder with INKPROOF_DATA_DIR.`);
  const secrets = fs.existsSync(file) ? read() : fresh();
  const save = () => writePrivately(file, `${JSON.stringify(secrets, null, 2)}\n`);
  // Installs from before the audit log was signed have no such key yet.
  const isYounger = secrets.signingKey === undefined;
  if (isYounger) secrets.signingKey = drawSigningKey();
  if (!fs.existsSync(file) || isYounger) save();
  return { secrets, save };
};

/** What an install gives its processes of its own: what it keeps secret, and where it keeps what lies outside the database. */
export const ownSettings = (folder, secrets) => ({
  SESSION_SECRET: secrets.sessionSecret,
  KEY_PEPPER: secrets.keyPepper,
  MASTER_KEY: secrets.masterKey,
  SIGNING_KEY: secrets.signingKey,
  STATUS_URL: pathToFileURL(path.join(folder, 'status')).href,
  STORAGE_URL: pathToFileURL(path.join(folder, 'objects')).href,
  KEYS_URL: pathToFileURL(path.join(folder, 'keys')).href,
});
