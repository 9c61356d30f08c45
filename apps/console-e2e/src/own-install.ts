import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import type { Browser } from 'playwright-core';
import { launch, newDataFolder } from '../../../tools/parts/launch.mjs';
import { startPostgres } from '../../../tools/parts/postgres.mjs';
import { ensureDatabase } from '../../../tools/parts/provision.mjs';
import { openPage, type Visitor } from './browser.js';

/** An install on a database that the specs may write to themselves: for what nobody can bring about at the console. */
export const openOwnInstall = async (browser: Browser) => {
  const [folder, dataFolder] = [newDataFolder(), newDataFolder()];
  const server = await startPostgres({ folder: path.join(folder, 'pg'), port: 0, password: crypto.randomBytes(12).toString('hex') });
  const databaseUrl = await ensureDatabase(server.url, 'inkproof');
  const install = await launch({ DATABASE_URL: databaseUrl, READERS: '1', MFA_REQUIRED: 'off' }, dataFolder);
  const owner = new pg.Client(databaseUrl);
  await owner.connect();
  const signedIn = async (who: 'demo' | 'admin', width = 1440): Promise<Visitor> => {
    const context = await browser.newContext({ viewport: { width, height: 812 }, baseURL: install.ready.console });
    await context.addCookies([{ name: 'inkproof_locale', value: 'en', domain: new URL(install.ready.console).hostname, path: '/' }]);
    const answer = await context.request.post('/v1/session', { data: install.ready[who] });
    if (answer.status() !== 200) throw new Error(`signing in answered ${answer.status()}`);
    return openPage(context);
  };
  return {
    ...install,
    owner,
    dataFolder,
    signedIn,
    close: async (): Promise<void> => {
      await owner.end();
      await install.stop();
      await server.stop();
      for (const one of [folder, dataFolder]) fs.rmSync(one, { recursive: true, force: true });
    },
  };
};

export type OwnInstall = Awaited<ReturnType<typeof openOwnInstall>>;
