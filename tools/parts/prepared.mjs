// An install as it is after its first start, for the end-to-end specs to copy: nothing runs.
import fs from 'node:fs';
import path from 'node:path';
import { ensureBuilt } from './build.mjs';
import { passingFolder } from './passing-folder.mjs';
import { startPostgres } from './postgres.mjs';
import { ensureDatabase, provision } from './provision.mjs';
import { openSecrets, ownSettings } from './secrets.mjs';
import { seed } from './seed.mjs';

/** Sets up, migrates and seeds once, which each of them would spend a third of its start on. What is launched from then on begins with a copy. */
export const prepareInstall = async () => {
  ensureBuilt();
  const folder = passingFolder('prepared');
  const { secrets, save } = openSecrets(folder);
  const postgres = await startPostgres({ folder: path.join(folder, 'pg'), port: 0, password: secrets.databasePassword });
  try {
    const { appUrl } = await provision(await ensureDatabase(postgres.url, 'inkproof'), secrets.appDatabasePassword);
    const nobodyAsks = 'http://127.0.0.1:9';
    secrets.apiKey = seed({ ...process.env, ...ownSettings(folder, secrets), NODE_ENV: 'production', MFA_REQUIRED: 'off', APP_DATABASE_URL: appUrl, CONSOLE_URL: nobodyAsks, PUBLIC_API_URL: nobodyAsks }, secrets);
    save();
  } finally {
    await postgres.stop();
  }
  if (!postgres.folder.startsWith(folder)) throw new Error(`${folder} is not where PostgreSQL keeps its data; choose a folder for temporary files that every user may enter (TMPDIR)`);
  process.env.INKPROOF_PREPARED = folder;
  return { remove: () => fs.rmSync(folder, { recursive: true, force: true }) };
};
