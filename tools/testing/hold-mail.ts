import fs from 'node:fs';
import path from 'node:path';
import { SortableIds } from '@inkproof/kernel';
import { LocalBlobs, OpenDrawer } from '@inkproof/platform';
import type pg from 'pg';
import { drawKey } from '../../libs/platform/src/vault/seal.js';

const ids = new SortableIds();

interface Install {
  owner: pg.Client;
  dataFolder: string;
}

/** A mail that waits at the desk of an install, as the door of mails leaves it. Nobody vouches for a mail that a spec brings over the net. */
export const holdMail = async ({ owner, dataFolder }: Install, { email, subject, words }: { email: string; subject: string; words: string }): Promise<string> => {
  const { masterKey } = JSON.parse(fs.readFileSync(path.join(dataFolder, 'secrets.json'), 'utf8')) as { masterKey: string };
  const [id, at] = [ids.next('hml'), ids.next('blb')];
  const name = `held mail ${id}`;
  const { key, wrapped } = drawKey(Buffer.from(masterKey, 'base64'), name);
  await new LocalBlobs(path.join(dataFolder, 'keys')).put(at, wrapped);
  await owner.query(`INSERT INTO drawer (key, owner, name, created_at, wrapped_by) VALUES ($1, 'provider', $2, clock_timestamp(), 0)`, [at, name]);
  const drawer = new OpenDrawer(key);
  const [sealed, files] = [drawer.seal(id, Buffer.from(JSON.stringify({ subject, words, checked: 'dkim=pass (tenant.example) spf=pass dmarc=pass', files: [] }))), drawer.seal(`${id} files`, Buffer.from('[]'))];
  await owner.query('INSERT INTO held_mail (id, person_id, at, sealed, sealed_files) SELECT $1, id, clock_timestamp(), $3, $4 FROM person WHERE email = $2', [id, email, sealed, files]);
  return id;
};
