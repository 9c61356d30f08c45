import { randomBytes } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { NestFactory } from '@nestjs/core';
import type { RecordClass } from '@inkproof/contract';
import { createLog, readConfig } from '@inkproof/platform';
import { Erase, type ErasableKind } from '@inkproof/retention';
import { openSpecDatabase, specFolder } from '@inkproof/spec-database';
import { expect, it } from 'vitest';
import { WorkerModule } from './worker.module.js';

const secret = (): string => randomBytes(32).toString('base64');
const another = (recordClass: RecordClass, prefix: string): ErasableKind<never> => ({ class: recordClass, prefix, lock: async () => [], destroy: async () => [], left: async () => [] });

it('a worker, which sweeps too, knows of everything that is erased when its time is over: whoever would keep the same is one too many', async () => {
  const spec = await openSpecDatabase();
  const config = readConfig({ APP_DATABASE_URL: spec.url, READERS: '0', STORAGE_URL: pathToFileURL(specFolder()).href, KEYS_URL: pathToFileURL(specFolder()).href, SESSION_SECRET: secret(), KEY_PEPPER: secret(), MASTER_KEY: secret(), SIGNING_KEY: secret() });
  const app = await NestFactory.createApplicationContext(WorkerModule.with(config, createLog('silent')), { logger: false, abortOnError: false });
  const erase = app.get(Erase, { strict: false });
  const known: [RecordClass, string[]][] = [['correspondence', ['tkt', 'ntc', 'chg', 'scn', 'dsp']], ['authorisation_material', ['aut']], ['filing', ['flv']], ['inspection', ['isp']], ['data_subject_request', ['dsr']]];
  for (const [recordClass, prefixes] of known) for (const prefix of prefixes) expect(() => erase.register(another(recordClass, prefix)), prefix).toThrow(`Two domains keep the same of ${recordClass}`);
  await app.close();
  await spec.drop();
}, 60_000);
