import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { passingFolder } from '../parts/passing-folder.mjs';
import { startPostgres } from '../parts/postgres.mjs';
import { copyOf, ensureDatabase, provision } from '../parts/provision.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    ownerUrl: string;
    /** A migrated database in which nothing is ever written, for asking how statements are carried out. */
    plansUrl: string;
    appPassword: string;
    /** For files of specs. What is kept is forced to the disk each time, which nothing here has to outlive, so it lies beside the database. */
    filesFolder: string;
  }
}

/**
 * Nothing of it outlives its run, so that nothing is written for a crash or a copy, nothing tidied behind anybody, and a password
 * is not stretched for each of some thousands of connections: four thousand rounds of it cost more than the rest of a sign-in.
 */
const settings = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', wal_level: 'minimal', max_wal_senders: '0', autovacuum: 'off', scram_iterations: '1' };

/** One PostgreSQL for all specs, with a migrated database that each spec file copies. Nothing of it is kept. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = passingFolder('specs');
  const server = await startPostgres({ folder: path.join(folder, 'pg'), port: 0, password: crypto.randomBytes(12).toString('hex'), settings });
  const appPassword = crypto.randomBytes(12).toString('hex');
  const template = await ensureDatabase(server.url, 'inkproof_template');
  await provision(template, appPassword);
  project.provide('plansUrl', await copyOf(server.url, 'inkproof_template', 'inkproof_plans'));
  project.provide('ownerUrl', server.url);
  project.provide('appPassword', appPassword);
  project.provide('filesFolder', path.join(folder, 'files'));
  return async () => {
    await server.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  };
}
