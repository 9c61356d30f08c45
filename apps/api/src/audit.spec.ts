import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { api, type Endpoint } from '@inkproof/contract';
import { shanghaiDay } from '@inkproof/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Preparing } from './testing/call.js';
import { changingCalls } from './testing/changing-calls.js';
import { acceptedFiling } from './testing/filing-calls.js';
import { openWorld, type World } from './testing/world.js';

const declared = Object.entries(api).flatMap(([chapter, said]) =>
  Object.entries(said as Record<string, Endpoint>).flatMap(([name, { audit }]) => (audit === undefined || (typeof audit === 'object' && 'none' in audit) ? [] : [audit].flat().map((action) => `${chapter}.${name} ${action}`))),
);
const calls = Object.entries(changingCalls).filter((row): row is [string, Preparing] => typeof row[1] !== 'string');

let world: World;
beforeAll(async () => {
  // What a round does by itself would stand between what was kept before a call and after it.
  world = await openWorld({ CLOCKS_SECONDS: '3600' });
  await world.confirm();
  // Asked for after each call, of thousands of entries in the end.
  await world.owner.query(`CREATE INDEX ON audit_entry ((body::jsonb ->> 'request_id'))`);
});
afterAll(() => world.close());

const actionsOf = async (requestId: string): Promise<string[]> => (await world.owner.query<{ action: string }>(`SELECT action FROM audit_entry WHERE body::jsonb ->> 'request_id' = $1`, [requestId])).rows.map(({ action }) => action);

it('has a call for everything that an endpoint declares to leave in the audit log, and for nothing else', () => {
  expect(Object.keys(changingCalls).sort()).toEqual(declared.toSorted());
});

describe('what is done through the API is in the audit log', () => {
  it.each(calls)('%s', async (row, prepare) => {
    const [endpoint, action] = row.split(' ') as [string, string];
    const { status, requestId, body } = await (await prepare(world))();
    expect({ refused: status >= 400 ? body['code'] : null }).toEqual({ refused: action !== 'session.refused' ? null : endpoint === 'session.signIn' ? action : 'mfa.refused' });
    await expect.poll(() => actionsOf(requestId)).toContain(action);
    const actions = await actionsOf(requestId);
    // What a decision carries out leaves entries of its own.
    if (!endpoint.endsWith('pprovals.decide')) for (const one of actions) expect(declared).toContain(`${endpoint} ${one}`);
  });
});

/** Tables that change by themselves, or count attempts whatever becomes of them. */
const restless = ['node', 'blob_to_unlink', 'sign_in_failure', 'quota_span', 'quota_sentinel', 'job_turn', 'audit_checkpoint', 'audit_key', 'webhook_attempt', 'webhook_delivery', 'spent_ticket', 'letterbox', 'ledger_tail', 'endpoint_use', 'usage_hour', 'usage_day', 'usage_duration'];
/** A code or a key was shown, and that cannot be undone by what follows. */
const shown = ['last_step', 'last_used_at', 'last_used_from', 'last_used_for', 'seen_at', 'expires_at'];

/** Every row that comes, changes or goes leaves the name of its table here, if its transaction does. */
const watch = async (): Promise<void> => {
  await world.owner.query('CREATE TABLE left_behind (name text NOT NULL)');
  await world.owner.query(`CREATE FUNCTION leave_behind() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN
    IF TG_OP = 'UPDATE' AND to_jsonb(OLD) - TG_ARGV::text[] = to_jsonb(NEW) - TG_ARGV::text[] THEN RETURN NULL; END IF;
    INSERT INTO public.left_behind VALUES (TG_TABLE_NAME);
    RETURN NULL;
  END $$`);
  const { rows } = await world.owner.query<{ name: string }>(`SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> ALL($1)`, [[...restless, 'left_behind']]);
  for (const { name } of rows) await world.owner.query(`CREATE TRIGGER left_behind AFTER INSERT OR UPDATE OR DELETE ON "${name}" FOR EACH ROW EXECUTE FUNCTION leave_behind(${shown.map((column) => `'${column}'`).join(', ')})`);
};
/** Which tables something was left in since the last time this was asked. */
const leftBehind = async (): Promise<string[]> => (await world.owner.query<{ name: string }>('WITH gone AS (DELETE FROM left_behind RETURNING name) SELECT DISTINCT name FROM gone ORDER BY 1')).rows.map(({ name }) => name);

/** Where the connection dies that writes an entry: with the act done and the entry not yet, or with both written and not yet committed. */
const traps = {
  'between the act and its entry': 'CREATE TRIGGER trap BEFORE INSERT ON audit_entry FOR EACH ROW EXECUTE FUNCTION die()',
  'between the entry and the commit': 'CREATE CONSTRAINT TRIGGER trap AFTER INSERT ON audit_entry DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION die()',
};

/** Acts once it has answered, or its time would tell who has an account. */
const answersFirst = /^passwordResets\.ask /;
const AFTERWARDS_MS = 500;

it('sees what is left behind, where it is', async () => {
  await watch();
  expect(await leftBehind()).toEqual([]);
  await (await (changingCalls['keys.issue key.issued'] as Preparing)(world))();
  expect(await leftBehind()).toEqual(expect.arrayContaining(['api_key', 'audit_entry']));
});

describe.each(Object.entries(traps))('a connection that dies %s leaves neither', (_, trap) => {
  beforeAll(() =>
    world.owner.query(`CREATE OR REPLACE FUNCTION die() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$`),
  );

  it.each(calls)('%s', async (row, prepare) => {
    // Whoever comes next may still be given the connection that died, before the pool hears of it.
    await fetch(world.url + api.session.current.path, { headers: world.one.roles.owner });
    const call = await prepare(world);
    await leftBehind();
    await world.owner.query(trap);
    const { status, requestId } = await call()
      .finally(() => (answersFirst.test(row) ? sleep(AFTERWARDS_MS) : undefined))
      .finally(() => world.owner.query('DROP TRIGGER trap ON audit_entry'));
    if (!answersFirst.test(row)) expect(status).toBeGreaterThanOrEqual(500);
    expect(await leftBehind()).toEqual([]);
    expect(await actionsOf(requestId)).toEqual([]);
  });
});

it('has as many keys as entries of keys issued when connections die at random', async () => {
  let issuing = true;
  const killer = (async () => {
    while (issuing) {
      await world.owner.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename LIKE 'inkproof_app%' AND datname = current_database() AND state <> 'idle' ORDER BY random() LIMIT 1`);
      await sleep(3);
    }
  })();
  const prepare = changingCalls['keys.issue key.issued'] as Preparing;
  const statuses = (await Promise.all(Array.from({ length: 60 }, async () => (await prepare(world))().then(({ status }) => status, () => 0)))).filter((status) => status === 201);
  issuing = false;
  await killer;
  const { rows } = await world.owner.query<{ keys: string[]; entries: string[] }>(
    `SELECT (SELECT array_agg(id ORDER BY id) FROM api_key WHERE label = 'new') AS keys, (SELECT array_agg(body::jsonb #>> '{targets,0}' ORDER BY body::jsonb #>> '{targets,0}') FROM audit_entry WHERE action = 'key.issued' AND body::jsonb #>> '{details,label}' = 'new') AS entries`,
  );
  expect(rows[0]!.entries).toEqual(rows[0]!.keys);
  expect(rows[0]!.keys.length).toBeGreaterThanOrEqual(statuses.length);
});

describe('an export', () => {
  let folder: string;
  beforeAll(() => void (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'inkproof-export-'))));
  afterAll(() => fs.rmSync(folder, { recursive: true }));

  const get = async (address: string, role: 'owner' | 'auditor') => (await fetch(world.url + address, { headers: role === 'owner' ? world.one.roles.owner : world.staff.auditor })).text();
  const verify = (...args: string[]) => JSON.parse(execFileSync(process.execPath, [path.resolve(import.meta.dirname, '../../verifier/inkproof-verify.mjs'), '--json', ...args], { encoding: 'utf8' })) as Record<string, unknown>;
  const verifyAgain = (...args: string[]) => JSON.parse(execFileSync('python3', [path.resolve(import.meta.dirname, '../../verifier/inkproof_verify.py'), ...args], { encoding: 'utf8' })) as Record<string, unknown>;
  const saved = (name: string, text: string): string => {
    fs.writeFileSync(path.join(folder, name), text);
    return path.join(folder, name);
  };

  it('is found as written by both offline verifiers, against checkpoints and a key that were kept', async () => {
    // A checkpoint that is made after an export witnesses entries that the export does not have.
    const kept = saved('kept.json', await get(api.audit.checkpoints.path, 'owner'));
    const whole = saved('whole.ndjson', await get(api.audit.export.path, 'owner'));
    const keys = JSON.parse(await get(api.audit.keys.path, 'owner')) as { keys: { kid: string }[] };
    const known = ['--checkpoint', kept, '--key', keys.keys[0]!.kid, '--chain', world.one.id];
    expect(verify(...known, whole)).toMatchObject({ ok: true, chain: world.one.id, from: 1, pinned: true });
    expect(verifyAgain(...known, whole)).toEqual(verify(...known, whole));
  });

  it('can be fetched in spans', async () => {
    const [one, other] = [saved('1.ndjson', await get(`${api.audit.export.path}?to=5`, 'owner')), saved('2.ndjson', await get(`${api.audit.export.path}?from=6`, 'owner'))];
    expect(verify(one, other)).toMatchObject({ ok: true, from: 1 });
  });

  it('of a filing, its receipt, and what was certified are found as signed by both', async () => {
    const keys = saved('keys.json', await get(api.audit.keys.path, 'owner'));
    const known = ['--key', (JSON.parse(fs.readFileSync(keys, 'utf8')) as { keys: { kid: string }[] }).keys[0]!.kid];
    const { flg, flv } = await acceptedFiling(world, world.one.roles.owner, world.staff.admin);
    const zip = path.join(folder, 'filing.zip');
    const answer = await fetch(`${world.url}${api.filings.export.path.replace('{id}', flg)}?format=zip&on=${shanghaiDay(new Date())}`, { headers: world.one.roles.owner });
    expect(answer.headers.get('content-type')).toBe('application/zip');
    fs.writeFileSync(zip, new Uint8Array(await answer.arrayBuffer()));
    expect(verify(...known, zip)).toMatchObject({ ok: true, kind: 'filing_export', tenant: world.one.id, filing: flg, receipts: 1, pinned: true });
    expect(verifyAgain(...known, zip)).toEqual(verify(...known, zip));
    const receipt = saved('receipt.json', await get(api.filings.receipt.path.replace('{id}', flg).replace('{version}', flv), 'owner'));
    expect(verify('--keys', keys, ...known, receipt)).toMatchObject({ ok: true, kind: 'receipt', version: flv });
    expect(verifyAgain('--keys', keys, ...known, receipt)).toEqual(verify('--keys', keys, ...known, receipt));
    const recognition = world.one.ids['rec']!;
    const erased = await fetch(`${world.url}/v1/recognitions/${recognition}`, { method: 'DELETE', headers: world.one.key });
    const certificate = saved('certificate.json', await erased.text());
    expect(verify(...known, certificate)).toMatchObject({ ok: true, kind: 'certificate', tenant: world.one.id, erased: 1 });
    expect(verifyAgain(...known, certificate)).toEqual(verify(...known, certificate));
  });

  it('of a tenant’s log by staff is seen by the tenant', async () => {
    const before = verify(saved('staff.ndjson', await get(`${api.adminAudit.export.path}?chain=${world.one.id}`, 'auditor')));
    expect(before).toMatchObject({ ok: true, chain: world.one.id });
    const { items } = JSON.parse(await get(`${api.audit.list.path}?action=audit.exported&limit=1`, 'owner')) as { items: { actor: object; targets: string[] }[] };
    expect(items[0]).toMatchObject({ actor: { kind: 'staff', role: 'auditor', name: null }, targets: [world.one.id] });
  });
});
