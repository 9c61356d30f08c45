import crypto from 'node:crypto';
import fs from 'node:fs';
import pg from 'pg';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch, ownerUrlOf, type Launched } from '../../../tools/parts/launch.mjs';
import { open, openBrowser, openPage, openProfileAt, reopen, sideways, type Visitor } from './browser.js';

let owner: pg.Client;
let install: Launched;
let browser: Browser;

beforeAll(async () => {
  [browser, install] = await Promise.all([openBrowser(), launch({ READERS: '0' })]);
  owner = new pg.Client(ownerUrlOf(install));
  await owner.connect();
});
afterAll(async () => {
  await browser.close();
  await owner.end();
  await install.stop();
  fs.rmSync(install.dataFolder, { recursive: true, force: true });
});

const signedIn = async (who: 'demo' | 'admin', width = 1440): Promise<Visitor> => {
  const context = await openProfileAt(browser, install.ready.console, { width });
  const answer = await context.request.post('/v1/session', { data: install.ready[who] });
  expect(answer.status()).toBe(200);
  return openPage(context);
};

/** As an act of the provider's leaves it; a worker takes it from there. */
const publish = async (once: string, title: string): Promise<string> => {
  const id = `ntc_${crypto.randomUUID().replaceAll('-', '').slice(0, 26).replaceAll(/[ilou]/g, '0')}`;
  const words = JSON.stringify({ zh: { title }, en: { title, text: 'Recognition is away meanwhile.', start: '2026-12-01 02:00' } });
  await owner.query(`INSERT INTO notice (id, kind, subject, once, components, plans, staff, words, link, published_at, reach_by, resolved_at) VALUES ($1, 'maintenance.scheduled', 'mnt_1', $2, '{}', '{}', '{}', $3, '/overview', clock_timestamp(), clock_timestamp() + interval '3 days', clock_timestamp())`, [id, once, words]);
  await owner.query('INSERT INTO notice_tenant (notice_id, tenant_id) SELECT $1, m.tenant_id FROM member m JOIN person p ON p.id = m.person_id WHERE p.email = $2', [id, install.ready.demo.email]);
  await expect.poll(async () => (await owner.query('SELECT expanded_at FROM notice WHERE id = $1', [id])).rows[0].expanded_at, { timeout: 30_000 }).not.toBeNull();
  return id;
};

it('a notice is spread, counted, read, and the ledger shows who was reached', async () => {
  const id = await publish('journey', 'Database upgrade');
  const member = await signedIn('demo', 375);
  const staff = await signedIn('admin');
  await open(staff.page, `/admin/notices/${id}?view=unreached`);
  await staff.page.getByText('0 / 1').waitFor();
  await staff.page.getByRole('row').filter({ hasText: 'Mail' }).getByText('Queued').waitFor();

  await open(member.page, '/inbox');
  const entry = member.page.getByRole('listitem').filter({ hasText: 'Maintenance announced: Database upgrade' });
  await entry.getByRole('img', { name: 'Unread' }).waitFor();
  await entry.getByText('Maintenance announced').click();
  await entry.getByText('Begins: 2026-12-01 02:00').waitFor();
  await entry.getByRole('img', { name: 'Unread' }).waitFor({ state: 'detached' });
  expect(await sideways(member.page)).toBeLessThanOrEqual(0);
  await open(member.page, '/inbox?show=unread');
  await member.page.getByText('All of them are read').waitFor();

  await staff.page.getByText('Every tenant to whom it is owed was reached').waitFor({ timeout: 15_000 });
  await staff.page.getByText('1 / 1').waitFor();
  const file = await staff.context.request.get(`/v1/admin/notices/${id}/deliveries?format=csv`);
  expect(await file.text()).toMatch(/,app,true,read,/);
  expect([...member.complaints, ...staff.complaints]).toEqual([]);
  await Promise.all([member.context.close(), staff.context.close()]);
});

it('a notice whose mail bounced stands above every page until it is read', async () => {
  const id = await publish('bounced', 'Storage upgrade');
  await owner.query(`UPDATE mail SET state = 'bounced', settled_at = clock_timestamp(), next_attempt_at = NULL, last_error = 'EENVELOPE 550' WHERE id = (SELECT carrier_id FROM notice_delivery WHERE notice_id = $1 AND channel = 'mail')`, [id]);
  await expect.poll(async () => (await owner.query('SELECT count(*)::int AS n FROM notice_delivery WHERE notice_id = $1 AND pinned', [id])).rows[0].n, { timeout: 30_000 }).toBe(1);
  const { page, context } = await signedIn('demo');
  await open(page, '/overview');
  await page.getByRole('status').filter({ hasText: 'Mail did not reach you' }).getByRole('link', { name: 'Read it' }).click();
  await page.getByRole('listitem').getByText('Maintenance announced: Storage upgrade').click();
  await expect.poll(async () => (await owner.query(`SELECT state::text FROM notice_delivery WHERE notice_id = $1 AND channel = 'app'`, [id])).rows[0].state).toBe('read');
  await open(page, '/overview');
  expect(await page.getByText('Mail did not reach you').count()).toBe(0);
  await context.close();
});

it('the staff find what one person was told by an address that stands in no address of theirs', async () => {
  const id = await publish('traced', 'Trace of a disk');
  const { page, context, complaints } = await signedIn('admin');
  await open(page, '/admin/notices');
  await page.getByRole('textbox', { name: 'Title' }).fill('trace of');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.waitForURL('**/admin/notices?**search=trace+of**');
  await page.getByRole('link', { name: 'Trace of a disk' }).waitFor();
  await page.getByRole('link', { name: 'Deliveries' }).click();
  const address = page.getByRole('textbox', { name: 'Address of a recipient' });
  await address.fill('nobody@ocr.example');
  await page.getByRole('button', { name: 'Find' }).click();
  await page.getByText('Nobody has this address').waitFor();
  await address.fill(install.ready.demo.email.toUpperCase());
  await page.getByRole('button', { name: 'Find' }).click();
  await page.getByText('Only what went to').waitFor();
  expect(page.url()).toMatch(/person=per_/);
  expect(page.url()).not.toContain('%40');
  await page.getByRole('combobox', { name: 'Channel' }).selectOption('mail');
  await page.getByRole('combobox', { name: 'Kind' }).selectOption('maintenance');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.waitForURL('**channel=mail**');
  const row = page.getByRole('row').filter({ hasText: 'Trace of a disk' });
  await row.getByText('Mail').waitFor();
  expect(await row.count()).toBe(1);
  await row.getByRole('link').click();
  await page.waitForURL(`**/admin/notices/${id}`);
  expect(complaints).toEqual([]);
  await context.close();
});

it('somebody says what they want to be told, and cannot decline what is owed', async () => {
  const { page, context, complaints } = await signedIn('demo');
  await open(page, '/inbox/preferences');
  const owed = page.getByRole('checkbox', { name: 'Change notice accepted: Mail' });
  expect([await owed.isChecked(), await owed.isDisabled()]).toEqual([true, true]);
  await context.close();

  const staff = await signedIn('admin');
  await open(staff.page, '/admin/inbox/preferences');
  const mail = staff.page.getByRole('checkbox', { name: 'Security notice received: Mail' });
  const written = staff.page.waitForResponse((answer) => answer.url().endsWith('/v1/session/notice-wishes') && answer.request().method() === 'PUT');
  await mail.uncheck();
  expect((await written).status()).toBe(200);
  await reopen(staff.page);
  expect(await mail.isChecked()).toBe(false);
  expect([...complaints, ...staff.complaints]).toEqual([]);
  await staff.context.close();
});
