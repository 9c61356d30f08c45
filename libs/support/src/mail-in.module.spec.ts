import { randomBytes } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { createLog, PlatformModule, readConfig } from '@inkproof/platform';
import { Erase, RetentionModule } from '@inkproof/retention';
import { openSpecDatabase, specFolder } from '@inkproof/spec-database';
import { createTransport } from 'nodemailer';
import { expect, it } from 'vitest';
import { CorrespondenceModule } from './correspondence.module.js';
import { MailInModule } from './mail-in.module.js';
import { MailDoor } from './smtp/mail-door.js';

const settings = (more: Record<string, string>) => {
  const secret = (): string => randomBytes(32).toString('base64');
  return { STORAGE_URL: pathToFileURL(specFolder()).href, KEYS_URL: pathToFileURL(specFolder()).href, SESSION_SECRET: secret(), KEY_PEPPER: secret(), MASTER_KEY: secret(), SIGNING_KEY: secret(), ...more };
};

it('a worker, which sweeps too, knows of tickets, and takes mail where it is told to', async () => {
  const spec = await openSpecDatabase();
  const config = readConfig(settings({ APP_DATABASE_URL: spec.url, MAIL_IN_URL: 'smtp://127.0.0.1:0', MAIL_IN_ADDRESS: 'support@ocr.example' }));
  const log = createLog('silent');
  class Worker {}
  Module({ imports: [PlatformModule.with(config, log), RetentionModule.with(log), CorrespondenceModule, MailInModule.with(config, log)] })(Worker);
  const app = await NestFactory.createApplicationContext(Worker, { logger: false, abortOnError: false });
  expect(app.get(Erase, { strict: false }).kinds.map((kind) => kind.class)).toContain('correspondence');
  const door = app.get(MailDoor, { strict: false });
  await expect.poll(() => door.port).toBeGreaterThan(0);
  const transport = createTransport({ host: '127.0.0.1', port: door.port, ignoreTLS: true });
  await expect(transport.sendMail({ from: 'lu@tenant.example', to: `support+${'0'.repeat(50)}@ocr.example`, text: 'x' })).rejects.toMatchObject({ responseCode: 550 });
  transport.close();
  await app.close();
  await spec.drop();
}, 30_000);

it('mail comes in by both settings or not at all', () => {
  const reading = (more: Record<string, string>) => () => readConfig(settings({ APP_DATABASE_URL: 'postgres://x@127.0.0.1/x', ...more }));
  expect(reading({})().mailIn).toBeNull();
  expect(reading({ MAIL_IN_URL: 'smtp://0.0.0.0:2525' })).toThrow('MAIL_IN_ADDRESS is missing');
  expect(reading({ MAIL_IN_ADDRESS: 'support@ocr.example' })).toThrow('MAIL_IN_URL is missing');
  expect(reading({ MAIL_IN_URL: 'smtp://0.0.0.0:2525', MAIL_IN_ADDRESS: 'a+b@ocr.example' })).toThrow('MAIL_IN_ADDRESS');
});
