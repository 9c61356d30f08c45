import { randomBytes } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { NestFactory } from '@nestjs/core';
import { createLog, readConfig } from '@inkproof/platform';
import { Erase, type ErasableKind } from '@inkproof/retention';
import { openSpecDatabase, specFolder } from '@inkproof/spec-database';
import { expect, it } from 'vitest';
import { WorkerModule } from './worker.module.js';

const secret = (): string => randomBytes(32).toString('base64');
const another = (prefix: string): ErasableKind<never> => ({ class: 'correspondence', prefix, lock: async () => [], destroy: async () => [], left: async () => [] });

it('a worker, which sweeps too, knows of everything that is correspondence: whoever would keep the same is one too many', async () => {
  const spec = await openSpecDatabase();
  const config = readConfig({ APP_DATABASE_URL: spec.url, READERS: '0', STORAGE_URL: pathToFileURL(specFolder()).href, KEYS_URL: pathToFileURL(specFolder()).href, SESSION_SECRET: secret(), KEY_PEPPER: secret(), MASTER_KEY: secret(), SIGNING_KEY: secret() });
  const app = await NestFactory.createApplicationContext(WorkerModule.with(config, createLog('silent')), { logger: false, abortOnError: false });
  const erase = app.get(Erase, { strict: false });
  for (const prefix of ['tkt', 'ntc', 'chg', 'scn', 'dsp']) expect(() => erase.register(another(prefix)), prefix).toThrow('Two domains keep the same of correspondence');
  await app.close();
  await spec.drop();
}, 60_000);
