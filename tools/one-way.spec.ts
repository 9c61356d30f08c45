import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { openSpecDatabase, type SpecDatabase } from '@inkproof/spec-database';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const filesUnder = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.(spec|d)\.ts$/.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .filter((file) => !/(^|\/)(node_modules|dist|generated|testing|\.next)(\/|$)/.test(file));

/** Tables whose rows are kept for something, by what the schema says over each model. */
const schema = readdirSync(path.join(root, 'prisma/schema')).map((name) => read(`prisma/schema/${name}`)).join('\n');
const retained = [...schema.matchAll(/^\/\/\/ Retention: (\w+)$\n(?:\/\/\/.*\n)*model (\w+) \{[\s\S]*?@@map\("(\w+)"\)/gm)]
  .map(([, recordClass, model, table]) => ({ recordClass: recordClass!, model: model![0]!.toLowerCase() + model!.slice(1), table: table! }))
  .concat([{ recordClass: 'recognition_result', model: 'storedObject', table: 'stored_object' }])
  .filter(({ recordClass }) => recordClass !== 'none');

/** Who destroys what, and why that is the one way, or beside it. `file table` or `function table`. */
const known: Record<string, string> = {
  'libs/recognition/src/store/erasable-recognitions.ts recognition': 'called by Erase',
  'libs/recognition/src/store/erasable-jobs.ts job': 'called by Erase',
  'libs/recognition/src/store/job-holdings.ts job': 'called by Erase',
  'libs/recognition/src/store/job-holdings.ts job_page': 'called by Erase',
  'libs/consent/src/store/erasable-authorisations.ts authorisation': 'called by Erase',
  ...Object.fromEntries(['ticket', 'ticket_event', 'ticket_note', 'ticket_file', 'ticket_note_file', 'ticket_mail'].map((table) => [`gate_erase_tickets ${table}`, 'called by what Erase calls'])),
  ...Object.fromEntries(['notice', 'notice_tenant', 'notice_delivery', 'mail_archive'].map((table) => [`gate_erase_notices ${table}`, 'called by what Erase calls'])),
  ...Object.fromEntries(['change_notice', 'change_event'].map((table) => [`gate_erase_changes ${table}`, 'called by what Erase calls'])),
  'gate_erase_security_notices security_notice': 'called by what Erase calls',
  'gate_erase_disputes outage_dispute': 'called by what Erase calls',
  ...Object.fromEntries(['filing', 'filing_version', 'filing_span', 'filing_file', 'filing_event', 'stored_object'].map((table) => [`gate_erase_filings ${table}`, 'called by what Erase calls'])),
  ...Object.fromEntries(['inspection', 'inspection_item', 'inspection_file', 'inspection_event', 'stored_object'].map((table) => [`gate_erase_inspections ${table}`, 'called by what Erase calls'])),
  ...Object.fromEntries(['subject_request', 'request_event', 'request_task'].map((table) => [`gate_erase_requests ${table}`, 'called by what Erase calls'])),
  'libs/platform/src/objects/object-store.ts stored_object': 'called by what Erase calls, and for pieces of calls between two nodes',
  'libs/platform/src/objects/move-keys.ts stored_object': 'a key of before goes from the row to where keys lie',
  'libs/platform/src/objects/move-keys.ts tenant_key': 'a key of before goes from the row to where keys lie',
  'libs/platform/src/objects/move-keys.ts factor': 'a key of before goes from the row to where keys lie',
  'libs/platform/src/objects/tenant-keys.ts tenant_key': 'called by what Erase calls, when everything of a tenant was erased',
  'gate_forget_objects stored_object': 'only what no record names: pieces of calls between two nodes',
  'audit_erase audit_entry': 'what is said of a person; the place in the chain stays',
  'libs/identity/src/store/people-store.ts member': 'somebody leaves: nothing of theirs is kept by it',
  'libs/identity/src/store/people-store.ts staff': 'somebody leaves: nothing of theirs is kept by it',
  'libs/identity/src/store/factor-store.ts factor': 'theirs to remove',
  'libs/identity/src/store/factor-store.ts recoveryCode': 'theirs to remove',
  'libs/identity/src/store/factor-store.ts recovery_code': 'theirs to remove',
  ...Object.fromEntries(['filing', 'filing_version', 'filing_span', 'filing_file'].map((table) => [`libs/consent/src/store/filing-store.ts ${table}`, 'a draft that was never handed in; the store holds the rest (`filing_law`)'])),
  'libs/consent/src/store/inspection-store.ts inspection_file': 'shown and taken back by the tenant before it was judged; the store holds the rest (`inspection_file_law`)',
  'libs/notice/src/store/webhook-store.ts webhook': 'an address and a secret, the tenant’s to remove',
  'gate_forget_deliveries webhook_delivery': 'ids of what happened, for a month',
  'libs/platform/src/mail/mail-store.ts mail': 'settled, sealed and erased before',
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

const destroysIn = (text: string): string[] =>
  retained.flatMap(({ model, table }) => [
    ...(new RegExp(`\\b${model}\\s*\\.\\s*delete(Many)?\\(`).test(text) ? [table] : []),
    ...(new RegExp(`\\b(DELETE\\s+FROM|TRUNCATE(\\s+TABLE)?)\\s+"?${table}"?\\b`, 'i').test(text) ? [table] : []),
    // A key that is taken away is as good as the row.
    ...(new RegExp(`UPDATE\\s+"?${table}"?\\b[^;\`]*\\b(sealed_key|wrapped|key|body)\\s*=\\s*NULL`, 'i').test(text) || new RegExp(`\\b${model}\\s*\\.\\s*update(Many)?\\([^;]*\\bsealedKey: null`).test(text) ? [table] : []),
  ]);

it('knows what is retained', () => {
  expect(retained.map(({ table }) => table)).toEqual(expect.arrayContaining(['recognition', 'job', 'job_page', 'ledger_entry', 'authorisation', 'filing', 'tombstone', 'deletion_certificate', 'legal_hold']));
});

it('sees another way when there is one', () => {
  const planted = ['await tx.recognition.deleteMany({ where })', "text: 'DELETE FROM authorisation WHERE id = $1'", 'TRUNCATE TABLE "ledger_entry"', "UPDATE recognition SET sealed = NULL, sealed_key = NULL WHERE id = 1", 'await tx.job.update({ data: { sealedKey: null } })'];
  expect(planted.map((text) => destroysIn(text)[0])).toEqual(['recognition', 'authorisation', 'ledger_entry', 'recognition', 'job']);
  expect(destroysIn('await tx.recognition.findMany(); map.delete(key); DELETE FROM job_turn')).toEqual([]);
});

it('nothing in the sources destroys what is retained, but the one way and what is written here', () => {
  const found = [...filesUnder('libs'), ...filesUnder('apps')].flatMap((file) => [...new Set(destroysIn(read(file)))].map((table) => `${file} ${table}`));
  expect(found.filter((one) => !(one in known))).toEqual([]);
});

it('no function of the store does', async () => {
  const { rows } = await owner.query<{ name: string; body: string }>(`SELECT p.proname AS name, p.prosrc AS body FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace`);
  expect(rows.length).toBeGreaterThan(20);
  const found = rows.flatMap(({ name, body }) => [...new Set(destroysIn(body))].map((table) => `${name} ${table}`));
  expect(found.filter((one) => !(one in known))).toEqual([]);
});

it('nothing is retained and goes with what it belongs to, unseen', async () => {
  const { rows } = await owner.query<{ child: string; parent: string }>(`SELECT c.conrelid::regclass::text AS child, c.confrelid::regclass::text AS parent FROM pg_constraint c WHERE c.contype = 'f' AND c.confdeltype = 'c'`);
  const tables = new Set(retained.map(({ table }) => table));
  const parts = ['job_document job', 'job_page job', 'filing_span filing_version', 'filing_file filing_version', 'factor person', 'recovery_code person', 'oidc_link person', 'webhook_delivery webhook', 'webhook_attempt webhook_delivery'];
  expect(rows.filter(({ child, parent }) => tables.has(child) && !parts.includes(`${child} ${parent}`))).toEqual([]);
});
