import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { FilingExport } from '@inkproof/contract';
import { shanghaiDay, type Day, type Id } from '@inkproof/kernel';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { showFilingExport } from '../http/show-filing-export.js';
import type { FilingVersion } from '../model/filing.js';
import { officer, openFilingHouse, reviewer, type FilingHouse } from '../testing/filing-house.js';
import type { Asking } from '../store/filing-store.js';

const DAY_MS = 86_400_000;
/** The clock of specs begins at noon of this day in Asia/Shanghai. */
const FIRST = '2026-11-22' as Day;
const id = (prefix: string, tail: string): string => `${prefix}_${tail.padStart(26, '0')}`;

let house: FilingHouse;
let one: Id<'ten'>;
let filed: FilingVersion;
beforeAll(async () => {
  house = await openFilingHouse();
  one = house.tenants.one;
  filed = await house.submit.for(one, (await house.whole(one, { name: '签收授权书', effectiveOn: '2026-11-01' as Day })).filing.id, officer);
  await house.decided(filed);
  house.clock.advance(1);
});
afterAll(() => house.close());

const granted = (tail: string, { at = house.clock.now(), withdrawnAt = null, expiresAt = null, versionId = filed.id }: { at?: Date; withdrawnAt?: Date | null; expiresAt?: Date | null; versionId?: string } = {}) =>
  house.owner.query(`INSERT INTO authorisation (id, tenant_id, version_id, subject_hash, categories, media, given_at, created_at, expires_at, withdrawn_at, custody, commitment) VALUES ($1, $2, $3, decode('00', 'hex'), '{name}', '{web_operation}', $4, $4, $5, $6, 'commitment', decode(repeat('ab', 32), 'hex'))`, [id('aut', tail), one, versionId, at, expiresAt, withdrawnAt]);
const called = async (tail: string, { at = house.clock.now(), outcome = 'accepted', authorisation = null as string | null, versionId = filed.id } = {}) => {
  const recognition = outcome === 'accepted' ? id('rec', tail) : null;
  await house.owner.query(
    `INSERT INTO ledger_entry (id, tenant_id, at, request_id, channel, environment, route, outcome, reason, page_reasons, recognition_id, pages, billed_pages, duration_ms, filing_version_id, authorisation_id, declared_categories)
     VALUES ($1, $2, $3, 'req_1', 'api', 'live', 'recognitions', $4::"Outcome", 'read', '{}', $5, 1, 1, 1, $6, $7, '{name}')`,
    [id('use', tail), one, at, outcome, recognition, versionId, authorisation],
  );
  if (recognition) await house.owner.query(`INSERT INTO recognition (id, tenant_id, created_at, channel, languages, pages, words, duration_ms, filing_version_id, declared_categories, detected_categories) VALUES ($1, $2, $3, 'api', '{en}', 1, 1, 1, $4, '{name}', '{name,phone}')`, [recognition, one, at, versionId]);
};

const exported = async (on: Day, asking: Asking = one): Promise<{ shown: FilingExport; bytes: () => Promise<Buffer>; zip: () => Promise<Map<string, Buffer>> }> => {
  const which = asking === 'provider' ? { versionId: filed.id, reason: 'A complaint' } : { filingId: filed.filing.id };
  const gathered = await house.gather.for({ asking, on, format: 'zip', ...which }, asking === 'provider' ? reviewer : officer);
  const shown = showFilingExport(gathered, '砚台科技有限公司');
  const bytes = async () => buffer(await house.bundle.stream(asking, gathered, shown));
  return {
    shown,
    bytes,
    zip: async () => {
      const { files } = await JSZip.loadAsync(await bytes());
      return new Map(await Promise.all(Object.values(files).filter(({ dir }) => !dir).map(async (file) => [file.name, await file.async('nodebuffer')] as const)));
    },
  };
};
const linesOf = (bytes: Buffer | undefined): Record<string, unknown>[] => bytes!.toString().split('\n').filter(Boolean).map((line) => JSON.parse(line) as Record<string, unknown>);

describe('everything about a filing on a day', () => {
  it('has the text that was in force, what it had come to, and who took it on file', async () => {
    const { shown } = await exported(FIRST);
    expect(shown).toMatchObject({ kind: 'filing_export', day: FIRST, until: house.clock.now().toISOString(), in_force: [{ id: filed.id, text: filed.text, text_sha256: filed.textSha256, state: 'accepted', reviewed_by: { id: reviewer.id } }] });
    expect(shown.versions.map(({ id: version, events }) => [version, events.map(({ kind }) => kind)])).toEqual([[filed.id, ['submitted', 'accepted']]]);
    expect(shown.retention.map(({ record_class }) => record_class)).toEqual(expect.arrayContaining(['filing', 'authorisation_material']));
  });

  it('knows nothing of what came later, and of a day before it was handed in only that there was nothing', async () => {
    const before = await exported('2026-11-21' as Day);
    expect(before.shown).toMatchObject({ in_force: [], versions: [], authorizations: { standing: 0 }, calls: { total: 0 } });
    await expect(exported('2026-11-23' as Day)).rejects.toMatchObject({ code: 'request.invalid' });
  });

  it('counts and lists what was granted and stood, through the moment it was withdrawn or expired', async () => {
    const noon = house.clock.now();
    const [yesterday, tomorrow] = [new Date(noon.getTime() - DAY_MS), new Date(noon.getTime() + DAY_MS)];
    await granted('1', { at: yesterday });
    await granted('2', { at: yesterday, withdrawnAt: new Date(noon.getTime() - 1_000) });
    await granted('3', { at: yesterday, withdrawnAt: new Date(noon.getTime() - DAY_MS + 1) });
    await granted('4', { at: yesterday, expiresAt: tomorrow });
    await granted('5', { at: new Date(noon.getTime() - 1) });
    await granted('6', { at: tomorrow });
    const { shown, zip } = await exported(FIRST);
    expect(shown.authorizations).toMatchObject({ standing: 3, listed: 4, recorded: 1, withdrawn: 1, in_vault: 0, kept_without_end: 4 });
    expect(linesOf((await zip()).get('authorizations.ndjson')).map((line) => line['id'])).toEqual(['1', '2', '4', '5'].map((tail) => id('aut', tail)));
  });

  it('lists the calls that relied on it that day, with kinds declared and detected, and nothing that was read', async () => {
    const noon = house.clock.now().getTime();
    await called('1', { at: new Date(noon - 1_000), authorisation: id('aut', '1') });
    await called('2', { at: new Date(noon - 2_000), outcome: 'failed' });
    await called('3', { at: new Date(noon - DAY_MS) });
    await house.owner.query(`INSERT INTO personal_finding (id, tenant_id, at, recognition_id, filing_version_id, category, kinds, pages, count, result) VALUES ($1, $2, $3, $4, $5, 'phone', '{mobile}', '{1}', 2, 'returned')`, [id('fnd', '1'), one, new Date(noon - 500), id('rec', '1'), filed.id]);
    const { shown, zip } = await exported(FIRST);
    expect(shown.calls).toEqual({ total: 2, accepted: 1, refused: 0, failed: 1, pages: 2, undeclared: 1 });
    const files = await zip();
    expect(linesOf(files.get('calls.ndjson'))).toMatchObject([{ id: id('use', '2'), recognition: null, detected: null, outcome: 'failed' }, { id: id('use', '1'), version: filed.id, authorization: id('aut', '1'), declared: ['name'], detected: ['name', 'phone'], erased: null }]);
    expect(linesOf(files.get('findings.ndjson'))).toMatchObject([{ category: 'phone', count: 2 }]);
  });

  it('holds what stood over the tenant or something of the filing, and not why', async () => {
    const hold = (tail: string, scope: string, of = one) => house.owner.query(`INSERT INTO legal_hold (id, tenant_id, scope, subject_hash, reason, reference, placed_by, placed_at) VALUES ($1, $2, $3::"HoldScope", CASE WHEN $3 = 'subject' THEN decode('00', 'hex') END, 'told to nobody', 'case 7', 'per_x', $4)`, [id('hld', tail), of, scope, new Date(house.clock.now().getTime() - 1)]);
    await hold('1', 'object');
    await hold('2', 'object');
    await hold('3', 'subject');
    await hold('4', 'tenant', house.tenants.other);
    await house.owner.query(`INSERT INTO legal_hold_item (hold_id, tenant_id, object_id) VALUES ($1, $2, $3), ($4, $2, 'rec_elsewhere')`, [id('hld', '1'), one, id('aut', '1'), id('hld', '2')]);
    const { shown } = await exported(FIRST);
    expect(shown.holds.map(({ id: held }) => held)).toEqual([id('hld', '1'), id('hld', '3')]);
    expect(JSON.stringify(shown)).not.toContain('told to nobody');
  });
});

describe('the ZIP', () => {
  it('holds every file that its manifest names, and no other', async () => {
    const files = await (await exported(FIRST)).zip();
    const { manifest } = JSON.parse(files.get('manifest.json')!.toString()) as { manifest: { files: { name: string; sha256: string; lines: number | null }[] } };
    expect([...files.keys()].sort()).toEqual([...manifest.files.map(({ name }) => name), 'manifest.json'].sort());
    expect(manifest.files.map(({ name }) => name)).toContain(`receipts/${filed.id}.json`);
    for (const { name, sha256 } of manifest.files) expect(createHash('sha256').update(files.get(name)!).digest('hex')).toBe(sha256);
    expect(files.get('summary.pdf')!.subarray(0, 5).toString()).toBe('%PDF-');
    expect(files.get('README.txt')!.toString()).toMatch(/离线校验[\s\S]*Verify it offline/);
  });

  it('brings both programs that verify it, and either finds it as it was made, and changed where it was', async () => {
    const { bytes, zip } = await exported(FIRST);
    const [whole, files] = [await bytes(), await zip()];
    const { manifest } = JSON.parse(files.get('manifest.json')!.toString()) as { manifest: { key: string } };
    const folder = mkdtempSync(path.join(tmpdir(), 'inkproof-verifier-'));
    try {
      mkdirSync(path.join(folder, 'verifier'));
      for (const [name, content] of files) if (name.startsWith('verifier/')) writeFileSync(path.join(folder, name), content);
      const changed = await JSZip.loadAsync(whole);
      changed.file('calls.ndjson', '');
      changed.file('authorizations.ndjson', '{}\n');
      for (const [name, content, code] of [['made.zip', whole, 0], ['changed.zip', await changed.generateAsync({ type: 'nodebuffer' }), 1]] as const) {
        writeFileSync(path.join(folder, name), content);
        for (const command of [[process.execPath, 'verifier/inkproof-verify.mjs'], ['python3', 'verifier/inkproof_verify.py']] as const) expect([name, command[1], spawnSync(command[0], [command[1], '--key', manifest.key, name], { cwd: folder }).status]).toEqual([name, command[1], code]);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('who takes it', () => {
  const entries = async (chain: string) => (await house.owner.query<{ actor_id: string; body: string }>(`SELECT actor_id, body FROM audit_entry WHERE chain = $1 AND action = 'filing.exported' ORDER BY seq DESC LIMIT 1`, [chain])).rows;

  it('of the tenant is in its log', async () => {
    await exported(FIRST);
    expect(await entries(one)).toMatchObject([{ actor_id: officer.id }]);
  });

  it('of the provider is in both logs, with the reason', async () => {
    const { shown } = await exported(FIRST, 'provider');
    expect(shown.in_force).toMatchObject([{ id: filed.id }]);
    for (const chain of [one, 'provider']) expect((await entries(chain)).map(({ actor_id, body }) => [actor_id, (JSON.parse(body) as { reason: string }).reason])).toEqual([[reviewer.id, 'A complaint']]);
  });

  it('from another tenant is answered as if there were none', async () => {
    await expect(house.gather.for({ asking: house.tenants.other, filingId: filed.filing.id, on: FIRST, format: 'json' }, officer)).rejects.toMatchObject({ code: 'filing.not_found' });
  });
});

it('a version that gave way stays the text of the days on which it was in force', async () => {
  house.clock.advance(3 * DAY_MS);
  const next = await house.begin.anew(one, filed.filing.id, officer);
  for (const kind of ['page_screenshot', 'separate_consent'] as const) await house.files.add(one, next.filing.id, { kind, name: `${kind}.png`, bytes: Buffer.from('\x89PNG\r\n\x1a\n x', 'latin1') }, officer);
  await house.change.for(one, next.filing.id, { text: `${next.text}\n再版。`, effectiveOn: '2026-11-27' as Day }, officer);
  await house.decided(await house.submit.for(one, next.filing.id, officer));
  house.clock.advance(1);
  expect((await exported(FIRST)).shown).toMatchObject({ in_force: [{ number: 1, state: 'accepted', ended_at: null }], versions: [{ number: 1 }] });
  const inForce = async (on: string) => (await exported(on as Day)).shown.in_force.map(({ number, state }) => [number, state]);
  expect(await inForce('2026-11-25')).toEqual([[1, 'accepted']]);
  house.clock.advance(3 * DAY_MS);
  // That it has given way is not written down yet.
  expect([await inForce('2026-11-26'), await inForce('2026-11-27')]).toEqual([[[1, 'accepted']], [[2, 'accepted']]]);
  await house.giveWay.once();
  expect([await inForce('2026-11-26'), await inForce('2026-11-27'), await inForce('2026-11-28')]).toEqual([[[1, 'accepted']], [[2, 'accepted']], [[2, 'accepted']]]);
  expect((await exported('2026-11-27' as Day)).shown.versions.map(({ number, state }) => [number, state])).toEqual([[2, 'accepted'], [1, 'superseded']]);
});

it('shows the entries about the filing with what links them to a signed head, and of others no word', async () => {
  await house.comment.for(one, { filingId: filed.filing.id, versionId: filed.id }, 'A word', officer);
  await house.whole(one, { name: 'another' });
  // The log takes its times from the store.
  const { rows } = await house.owner.query<{ now: Date }>('SELECT clock_timestamp() AS now');
  house.clock.advance(rows[0]!.now.getTime() + 1_000 - house.clock.now().getTime());
  const { shown, zip } = await exported(shanghaiDay(house.clock.now()));
  const lines = linesOf((await zip()).get('audit.ndjson'));
  const told = lines.filter(({ type }) => type === 'entry');
  expect(told.map(({ action }) => action)).toEqual(expect.arrayContaining(['filing.submitted', 'filing.accepted', 'filing.superseded', 'filing.exported']));
  for (const { body } of told) expect([filed.filing.id, ...shown.versions.map(({ id: version }) => version)].some((target) => String(body).includes(`"${target}"`))).toBe(true);
  expect(lines.at(-1)).toMatchObject({ type: 'checkpoint' });
  const links = lines.filter(({ type }) => type === 'link');
  expect(links.length).toBeGreaterThan(0);
  for (const link of links) expect(Object.keys(link).sort()).toEqual(['at', 'commitment', 'hash', 'seq', 'type']);
});
