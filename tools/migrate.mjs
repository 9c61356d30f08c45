// npm run migrate -- deploy | status | check | create <name_as_a_sentence>
// With DATABASE_URL it works on that server, as its owner; otherwise on an embedded one that is thrown away.
// `deploy` also makes the application's login when APP_DATABASE_PASSWORD is given.
import crypto from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureInstalled } from './parts/install.mjs';

const usage = 'usage: npm run migrate -- deploy | status | check | create <name_as_a_sentence>';

const throwaway = async () => {
  const { startPostgres } = await import('./parts/postgres.mjs');
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'inkproof-migrate-'));
  fs.chmodSync(folder, 0o755);
  const server = await startPostgres({ folder: path.join(folder, 'pg'), port: 0, password: crypto.randomBytes(16).toString('hex'), settings: { fsync: 'off' } });
  return { url: server.url, close: async () => (await server.stop(), fs.rmSync(folder, { recursive: true, force: true })) };
};

const commands = {
  deploy: async (url) => {
    const { migrate, provision } = await import('./parts/provision.mjs');
    const password = process.env.APP_DATABASE_PASSWORD;
    const applied = password ? (await provision(url, password)).applied : await migrate(url);
    console.log(applied.length ? `applied ${applied.join(', ')}` : 'nothing to apply');
  },
  status: async (url) => console.log(JSON.stringify(await (await import('./parts/schema-engine.mjs')).status(url), null, 2)),
  check: async (url) => {
    const sql = await (await import('./parts/schema-engine.mjs')).drift(url);
    if (!sql) return console.log('schema and migrations agree');
    console.error(`prisma/schema and prisma/migrations differ by:\n${sql}\nRun: npm run migrate -- create <name_as_a_sentence>`);
    process.exitCode = 2;
  },
  create: async (url, sentence) => {
    if (!/^[a-z0-9_]{3,80}$/.test(sentence ?? '')) throw new Error(`A migration is named as a sentence, such as keys_gained_an_expiry.\n${usage}`);
    const folder = await (await import('./parts/schema-engine.mjs')).create(url, sentence);
    console.log(folder ? `wrote ${folder}` : 'schema and migrations agree; nothing to write');
  },
};

const [command, argument] = process.argv.slice(2);
if (['deploy', 'status'].includes(command) && !process.env.DATABASE_URL) {
  console.error(`${command} works on a server of yours: set DATABASE_URL to it, as the owner of the database.`);
  process.exit(1);
}
// An image carries what it needs and nothing to install with.
if (!fs.existsSync(path.resolve(import.meta.dirname, '../node_modules/pg'))) await ensureInstalled();
const database = process.env.DATABASE_URL ? { url: process.env.DATABASE_URL, close: async () => {} } : await throwaway();
try {
  if (!(command in commands)) throw new Error(usage);
  await commands[command](database.url, argument);
} catch (error) {
  console.error(error.message ?? error);
  process.exitCode = 1;
} finally {
  await database.close();
}
process.exit();
