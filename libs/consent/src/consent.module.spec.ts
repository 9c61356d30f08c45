import { randomBytes } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { createLog, PlatformModule, readConfig } from '@inkproof/platform';
import { Erase, RetentionModule } from '@inkproof/retention';
import { openSpecDatabase, specFolder } from '@inkproof/spec-database';
import { expect, it } from 'vitest';
import { ScreeningModule } from './consent.module.js';
import { TellRetention } from './actions/tell-retention.js';

it('a worker, which sweeps too, knows what people granted and what open matters hold of it', async () => {
  const spec = await openSpecDatabase();
  const secret = (): string => randomBytes(32).toString('base64');
  const config = readConfig({ APP_DATABASE_URL: spec.url, STORAGE_URL: pathToFileURL(specFolder()).href, KEYS_URL: pathToFileURL(specFolder()).href, API_PORT: '0', READERS: '0', MFA_REQUIRED: 'off', SESSION_SECRET: secret(), KEY_PEPPER: secret(), MASTER_KEY: secret(), SIGNING_KEY: secret() });
  const log = createLog('silent');
  class Worker {}
  Module({ imports: [PlatformModule.with(config, log), RetentionModule.with(log), ScreeningModule] })(Worker);
  const app = await NestFactory.createApplicationContext(Worker, { logger: false, abortOnError: false });
  expect(app.get(Erase, { strict: false }).kinds.map((kind) => kind.class)).toContain('authorisation_material');
  expect(app.get(TellRetention, { strict: false })).toBeInstanceOf(TellRetention);
  await app.close();
  await spec.drop();
}, 30_000);
