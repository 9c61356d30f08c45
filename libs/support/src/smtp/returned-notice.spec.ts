import { LostStore, Notices, NoticeStore, SpreadNotices, SpreadStore, TakeSecondChannel, TellPeople, TellPrograms } from '@inkproof/notice';
import { MailOutbox } from '@inkproof/platform';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMailBench, type MailBench } from '../testing/mail-bench.js';

const CONSOLE = 'https://ocr.example';

let bench: MailBench;
let notices: Notices;
let spread: SpreadNotices;
let second: TakeSecondChannel;
beforeAll(async () => {
  bench = await openMailBench();
  const { database, ids, clock, boxes } = bench;
  const store = new SpreadStore(database);
  const people = new TellPeople(new MailOutbox(ids, clock, boxes), ids, clock, CONSOLE);
  notices = new Notices(new NoticeStore(), ids, clock);
  spread = new SpreadNotices(database, store, people, new TellPrograms(ids, clock, CONSOLE), clock);
  second = new TakeSecondChannel(database, new LostStore(), store, people, clock);
});
afterAll(() => bench.close());

const dsn = (to: string, action: string, status: string): string =>
  ['From: MAILER-DAEMON@tenant.example', `To: ${to}`, 'Subject: Undelivered Mail', 'MIME-Version: 1.0', 'Auto-Submitted: auto-replied', 'Content-Type: multipart/report; report-type=delivery-status; boundary="b"', '', '--b', 'Content-Type: text/plain', '', 'Sorry.', '--b', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; tenant.example', '', 'Final-Recipient: rfc822; x@tenant.example', `Action: ${action}`, `Status: ${status}`, '--b--', ''].join('\r\n');
const back = (to: string, action = 'failed', status = '5.1.1') => bench.bring({ envelope: { from: '', to }, raw: dsn(to, action, status) });

/** A notice that the mail server of a tenant with two people has taken, and where its mail comes back to. */
const mailed = async () => {
  const { tenantId, email } = await bench.tenant();
  const other = bench.ids.next('per');
  await bench.owner.query(`INSERT INTO person (id, name, email, password_hash, created_at) VALUES ($1, 'Wei', $1 || '@tenant.example', 'x', clock_timestamp())`, [other]);
  await bench.owner.query(`INSERT INTO member (tenant_id, person_id, role, created_at) VALUES ($1, $2, 'developer', clock_timestamp())`, [tenantId, other]);
  const id = await bench.database.asProvider((tx) => notices.publish(tx, { kind: 'change.accepted', subject: 'chg_1', once: tenantId, audience: { tenants: [tenantId] }, values: { zh: { title: '并发上限' }, en: { title: 'Rate' } }, link: '/changes/chg_1' }));
  while ((await spread.once()) > 0);
  await bench.delivered();
  return { id, tenantId, email, other, returnTo: bench.returnedTo()[0]! };
};
const ledger = async (id: string) => (await bench.owner.query<{ person_id: string; state: string; last_error: string | null; pinned: boolean; channel: string }>('SELECT * FROM notice_delivery WHERE notice_id = $1 ORDER BY created_at, channel', [id])).rows;
const mailsOf = async (id: string) => (await ledger(id)).filter(({ channel }) => channel === 'mail').map(({ state, last_error }) => [state, last_error]);
const reachedAt = async (id: string) => (await bench.owner.query<{ reached_at: Date | null }>('SELECT reached_at FROM notice_tenant WHERE notice_id = $1', [id])).rows[0]!.reached_at;

describe('a notice that a mail server took', () => {
  it('and that came back a day later has reached nobody, is pinned in the console, and goes to the next of the tenant’s people', async () => {
    const { id, other, returnTo } = await mailed();
    expect(returnTo).toMatch(/^support\+u[0-9a-z]{46}@ocr\.example$/);
    expect(await mailsOf(id)).toEqual([['accepted', null]]);
    expect(await reachedAt(id)).not.toBeNull();
    bench.clock.advance(86_400_000);
    expect(await back(returnTo)).toMatch(/^250/);
    expect(await mailsOf(id)).toEqual([['bounced', 'DSN 5.1.1']]);
    expect(await reachedAt(id)).toBeNull();
    expect(await second.once()).toBe(1);
    const after = await ledger(id);
    expect(after.filter(({ channel }) => channel === 'app').map(({ pinned }) => pinned)).toEqual([true, true]);
    const arrived = await bench.delivered();
    expect(arrived.map(({ to }) => JSON.stringify(to))).toEqual([expect.stringContaining(other)]);
    expect(await reachedAt(id)).not.toBeNull();
  });

  it('is not lost by word that it is late, that somebody is on leave, or that comes twice', async () => {
    const { id, returnTo } = await mailed();
    expect(await back(returnTo, 'delayed', '4.4.1')).toMatch(/^250/);
    expect(await bench.bring({ envelope: { from: '', to: returnTo }, raw: 'From: lu@tenant.example\r\nAuto-Submitted: auto-replied\r\nSubject: Out of office\r\n\r\nNext week.\r\n' })).toMatch(/^250/);
    expect(await mailsOf(id)).toEqual([['accepted', null]]);
    for (let time = 0; time < 2; time++) expect(await back(returnTo)).toMatch(/^250/);
    expect(await second.once()).toBe(1);
    expect(await back(returnTo, 'failed', '5.2.2')).toMatch(/^250/);
    expect(await second.once()).toBe(0);
    expect((await mailsOf(id)).filter(([state]) => state === 'bounced')).toEqual([['bounced', 'DSN 5.1.1']]);
  });

  it('is reached still where somebody has read it before it came back', async () => {
    const { id, returnTo } = await mailed();
    await bench.owner.query(`UPDATE notice_delivery SET state = 'read', read_at = clock_timestamp() WHERE notice_id = $1 AND channel = 'app' AND person_id IN (SELECT person_id FROM member WHERE role = 'owner')`, [id]);
    await back(returnTo);
    expect(await reachedAt(id)).not.toBeNull();
  });

  it('comes back to no address that was made up', async () => {
    const { id, returnTo } = await mailed();
    const [local, domain] = returnTo.split('@') as [string, string];
    const forged = `${local.slice(0, -1)}${local.endsWith('0') ? '1' : '0'}@${domain}`;
    expect(await back(forged)).toMatch(/^550 5\.1\.1/);
    expect(await mailsOf(id)).toEqual([['accepted', null]]);
  });
});

it('word that comes before it is written down that the server took the mail is asked to come again', async () => {
  const { returnTo, id } = await mailed();
  await bench.owner.query(`UPDATE mail SET state = 'waiting' WHERE id = (SELECT carrier_id FROM notice_delivery WHERE notice_id = $1 AND channel = 'mail')`, [id]);
  expect(await back(returnTo)).toMatch(/^450/);
});
