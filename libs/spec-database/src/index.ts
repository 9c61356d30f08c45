import crypto from 'node:crypto';
import { inject } from 'vitest';
import pg from 'pg';
import { ensureLogin } from '../../../tools/parts/provision.mjs';

export { SpecPeople, type SpecMember, type SpecStaff } from './spec-people.js';
export { UnsteadyWire } from './unsteady-wire.js';
export { specFolder } from './spec-folder.js';
export { backUpPostgres, type RestoredPostgres } from './back-up-postgres.js';
export { startSpecPostgres, type SpecPostgres } from './spec-postgres.js';

/** A version of a filing, in whatever state a spec needs it. */
export { fileText, moveText, type FiledText } from '../../../tools/parts/filed-text.mjs';

/** A Redis of one spec file: real, empty, the machine's own. */
export { startRedis, type Redis } from '../../../tools/parts/redis.mjs';

/** An S3 server of one spec file: real HTTP, real files, one empty bucket. */
export { startS3, type SpecS3 } from '../../../tools/parts/s3.mjs';

/** A database of one spec file: migrated, empty, real. */
export interface SpecDatabase {
  /** As the application connects. */
  url: string;
  /** As the owner, for looking at what the application may not. */
  ownerUrl: string;
  drop: () => Promise<void>;
}

const run = async (url: string, sql: string): Promise<void> => {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
};

/** Copies the migrated template as files: block by block through the log, as PostgreSQL does unless told, cost half a second of CPU a spec file. */
export const openSpecDatabase = async (): Promise<SpecDatabase> => {
  const server = inject('ownerUrl');
  const name = `spec_${crypto.randomBytes(6).toString('hex')}`;
  await run(server, `create database ${name} template inkproof_template strategy = file_copy`);
  const ownerUrl = Object.assign(new URL(server), { pathname: `/${name}` }).href;
  return { url: await ensureLogin(ownerUrl, inject('appPassword')), ownerUrl, drop: () => run(server, `drop database ${name} with (force)`) };
};
