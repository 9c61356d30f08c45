import { openSpecDatabase, type SpecDatabase } from '@inkproof/spec-database';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';

const OF_BEFORE = 'of before keys lay outside; nothing writes it';

/** Columns whose bytes are a key, or may be, and why they lie in the database. */
const known: Record<string, string> = {
  'audit_key.public_key': 'everybody may have it: signatures are verified with it',
  'factor.public_key': 'a passkey shows the other half nowhere',
  'factor.sealed_key': 'of before keys lay outside, until it is moved',
  'inspection.seed_sealed_key': OF_BEFORE,
  'mail.recipient_key': OF_BEFORE,
  'mail.body_key': OF_BEFORE,
  'mail_archive.sealed_key': OF_BEFORE,
  'media_disposal_file.sealed_key': OF_BEFORE,
  'stored_object.sealed_key': OF_BEFORE,
  'tenant_key.wrapped': OF_BEFORE,
  'recognition.sealed_key': OF_BEFORE,
  'job.sealed_key': OF_BEFORE,
  'job_page.sealed_key': OF_BEFORE,
  'webhook.sealed_key': OF_BEFORE,
  'webhook.previous_sealed_key': OF_BEFORE,
  'subject_request.sealed_key': OF_BEFORE,
  'request_event.sealed_key': OF_BEFORE,
  'request_task.sealed_key': OF_BEFORE,
};

let spec: SpecDatabase;
let owner: pg.Client;
beforeAll(async () => {
  spec = await openSpecDatabase();
  owner = new pg.Client(spec.ownerUrl);
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await spec.drop();
});

it('no key lies in the database but those that are named here, each with its reason', async () => {
  const { rows } = await owner.query<{ name: string }>(`SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND data_type = 'bytea' AND (column_name ~ '(^|_)keys?$' OR column_name ~ 'wrapped') ORDER BY 1`);
  expect(rows.map(({ name }) => name).sort()).toEqual(Object.keys(known).sort());
});

it('whatever is sealed in a row lies in a drawer, or its key is named here', async () => {
  const { rows } = await owner.query<{ name: string }>(`SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND data_type = 'bytea' AND column_name ~ '(^|_)(sealed|body|recipient)$' ORDER BY 1`);
  const inDrawers = ['idempotent_call.sealed', 'held_mail.sealed'];
  expect(rows.map(({ name }) => name).filter((name) => !inDrawers.includes(name) && !(`${name}_key` in known))).toEqual([]);
});
