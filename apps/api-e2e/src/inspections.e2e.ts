import crypto from 'node:crypto';
import fs from 'node:fs';
import { api, type Call, type Inspection } from '@inkproof/contract';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch, ownerUrlOf, type Launched } from '../../../tools/parts/launch.mjs';
import { signedIn } from './product.js';

/** Of nine granted, so many are drawn. */
const [GRANTED, DRAWN] = [9, 4];
/** The clocks of consent are looked at every half minute. */
const LOOK_MS = 60_000;
const DAY_MS = 86_400_000;

let owner: pg.Client;
let launched: Launched;
let [staff, tenant]: Call[] = [];
/** What is inspected was given from then on. */
const from = new Date().toISOString();
/** What the tenant kept of each grant, by the id under which the commitment to it was posted. */
const kept = new Map<string, { salt: Buffer; original: Buffer }>();

beforeAll(async () => {
  launched = await launch({ READERS: '0', WORKERS: '0', CLOCKS_SECONDS: '1' });
  owner = new pg.Client(ownerUrlOf(launched));
  await owner.connect();
  const { ready } = launched;
  [staff, tenant] = [(await signedIn(ready.admin, ready.api)).call, (await signedIn(ready.demo, ready.api)).call];
  const { items: filings } = await tenant(api.filings.list);
  for (let nth = 0; nth < GRANTED; nth++) {
    const [salt, original] = [crypto.randomBytes(32), Buffer.from(`I agree, says person ${nth}`)];
    const commitment = crypto.createHash('sha256').update(salt).update(original).digest('hex');
    const { id } = await tenant(api.authorizations.create, { body: { filing: filings[0]!.id, subject: `person ${nth}`, media: ['web_operation'], given_at: new Date().toISOString(), commitment } });
    kept.set(id, { salt, original });
  }
});
afterAll(async () => {
  await owner.end();
  await launched.stop();
  fs.rmSync(launched.dataFolder, { recursive: true, force: true });
});

const refused = (act: Promise<unknown>) => act.then(() => 'done', (error: { problem: { code: string } }) => error.problem.code);
const sha256 = (bytes: Uint8Array | string): string => crypto.createHash('sha256').update(bytes).digest('hex');
const asTenant = (id: Inspection['id']): Promise<Inspection> => tenant!(api.inspections.find, { params: { id } });

/** As if that many days more of the answering time were over. The store lets nobody of the application move a deadline. */
const passDays = async (id: string, days: number): Promise<void> => {
  await owner.query('SET session_replication_role = replica');
  await owner.query(`UPDATE inspection SET due_at = due_at - make_interval(days => $2), next_look_at = clock_timestamp() WHERE id = $1`, [id, days]);
  await owner.query('SET session_replication_role = DEFAULT');
};
const seen = async (id: Inspection['id'], kind: Inspection['events'][number]['kind']): Promise<void> => {
  await expect.poll(async () => (await asTenant(id)).events.map((event) => event.kind), { timeout: LOOK_MS, interval: 500 }).toContain(kind);
};

const answer = async (id: Inspection['id'], item: Inspection['sample'][number], { salt, original }: { salt: Buffer; original: Buffer }) => {
  const params = { id, item: item.id };
  await tenant!(api.inspections.addFile, { params, body: { kind: 'original', name: 'consent.txt', media_type: 'text/plain', base64: original.toString('base64') } });
  await tenant!(api.inspections.addFile, { params, body: { kind: 'page_screenshot', name: 'page.txt', media_type: 'text/plain', base64: Buffer.from('the page').toString('base64') } });
  return tenant!(api.inspections.answer, { params, body: { salt: salt.toString('hex'), words: 'As it was given' } });
};

it('an inspection goes its whole course: committed, drawn, answered one by one, reminded, late, judged and closed', async () => {
  const { items: tenants } = await staff!(api.admin.listTenants, { query: {} });
  const { tenant: own } = await tenant!(api.session.current);
  const announced = await staff!(api.adminInspections.announce, { body: { tenant: tenants.find(({ id }) => id === own!.id)!.id, from, size: DRAWN, reason: 'The yearly look', answer_days: 10 } });
  const { id, draw: committed } = announced;
  const params = { id };
  expect(await asTenant(id)).toMatchObject({ state: 'announced', sample: [], draw: { seed: null, seed_sha256: committed.seed_sha256 } });
  // What comes after the announcement is not drawn from: nobody picks the seed to what there is, or the reverse.
  const { items: filings } = await tenant!(api.filings.list);
  await tenant!(api.authorizations.create, { body: { filing: filings[0]!.id, subject: 'latecomer', media: ['web_operation'], given_at: new Date().toISOString(), commitment: 'ab'.repeat(32) } });

  await staff!(api.adminInspections.draw, { params });
  expect(await refused(staff!(api.adminInspections.draw, { params }))).toBe('inspection.drawn');
  const drawn = await asTenant(id);
  const seed = Buffer.from(drawn.draw.seed!, 'hex');
  expect(sha256(seed)).toBe(committed.seed_sha256);
  const ids = [...kept.keys()].sort();
  expect(drawn.draw).toMatchObject({ population: GRANTED, population_sha256: sha256(ids.map((one) => `${one}\n`).join('')) });
  const rank = (of: string): string => crypto.createHmac('sha256', seed).update(of).digest('hex');
  expect(drawn.sample.map(({ authorization }) => authorization)).toEqual(ids.sort((one, other) => (rank(one) < rank(other) ? -1 : 1)).slice(0, DRAWN));

  const [right, wrong, unable, silent] = drawn.sample as [Inspection['sample'][number], Inspection['sample'][number], Inspection['sample'][number], Inspection['sample'][number]];
  expect(await answer(id, right, kept.get(right.authorization)!)).toMatchObject({ matches: true, missing: [], flags: [] });
  const forged = await answer(id, wrong, { ...kept.get(wrong.authorization)!, original: Buffer.from('I agree to everything') });
  expect(forged).toMatchObject({ matches: false, flags: ['commitment_mismatch'] });
  expect(forged.computed).not.toBe(forged.commitment);
  await tenant!(api.inspections.answer, { params: { id, item: unable.id }, body: { unable: 'The disk was lost' } });
  expect(await asTenant(id)).toMatchObject({ state: 'drawn', items: { drawn: DRAWN, answered: DRAWN - 1 } });
  expect(await refused(staff!(api.adminInspections.judge, { params: { id, item: silent.id }, body: { verdict: 'not_shown', reason: 'Nothing came' } }))).toBe('inspection.unanswered');

  await passDays(id, 8);
  await seen(id, 'reminded');
  const { items: mails } = await staff!(api.mails.list, { query: { limit: 100 } });
  expect(mails.filter(({ to, template }) => to === launched.ready.demo.email && template === 'inspection_reminder')).toHaveLength(1);
  expect((await asTenant(id)).escalated_at).toBeNull();

  await passDays(id, 4);
  await seen(id, 'overdue');
  const { items: late } = await staff!(api.adminInspections.list, { query: { state: 'late' } });
  expect(late.map((one) => one.id)).toEqual([id]);
  expect(Date.now() - Date.parse(late[0]!.escalated_at!)).toBeLessThan(DAY_MS);

  const opened = await staff!(api.adminInspections.open, { params: { id, item: wrong.id } });
  expect(opened).toMatchObject({ matches: false, words: 'As it was given' });
  expect((await asTenant(id)).sample.find(({ id: item }) => item === wrong.id)!.openings).toHaveLength(1);
  expect(await refused(staff!(api.adminInspections.close, { params, body: { verdict: 'questions', reason: 'See the items' } }))).toBe('inspection.unjudged');
  const judge = (item: string, verdict: 'nothing_found' | 'questions' | 'not_shown', reason?: string) => staff!(api.adminInspections.judge, { params: { id, item: item as `isi_${string}` }, body: { verdict, reason } });
  await judge(right.id, 'nothing_found');
  await judge(wrong.id, 'questions', 'The original is not what was committed to');
  await judge(unable.id, 'not_shown', 'The disk was lost');
  await judge(silent.id, 'not_shown', 'Nothing came in time');
  expect(await refused(tenant!(api.inspections.answer, { params: { id, item: silent.id }, body: { words: 'too late' } }))).toBe('inspection.item_judged');
  await staff!(api.adminInspections.close, { params, body: { verdict: 'questions', reason: 'One original differs, two were not shown' } });

  const closed = await asTenant(id);
  expect(closed).toMatchObject({ state: 'closed', verdict: 'questions', verdict_reason: 'One original differs, two were not shown', items: { drawn: DRAWN, answered: DRAWN - 1, judged: DRAWN } });
  const kinds = closed.events.map(({ kind }) => kind);
  for (const [before, after] of [['announced', 'drawn'], ['drawn', 'item_answered'], ['item_answered', 'reminded'], ['reminded', 'overdue'], ['overdue', 'item_opened'], ['item_opened', 'item_judged'], ['item_judged', 'closed']] as const) expect(kinds.indexOf(before)).toBeLessThan(kinds.indexOf(after));
  const { items: log } = await tenant!(api.audit.list, { query: { limit: 100 } });
  for (const action of ['inspection.announced', 'inspection.drawn', 'inspection.item_answered', 'inspection.overdue', 'inspection.item_opened', 'inspection.item_judged', 'inspection.closed']) expect(log.map((entry) => entry.action)).toContain(action);
}, 240_000);
