import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { open, openBrowser, reopen, sideways, visit, type Visitor } from './browser.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const MINUTE_MS = 60_000;

const keyOf = async ({ page }: Visitor): Promise<{ id: string; label: string }> => {
  const label = `Change ${randomUUID().slice(0, 8)}`;
  const answer = await page.request.post('/v1/keys', { data: { label } });
  return { id: ((await answer.json()) as { id: string }).id, label };
};

const purposeOf = async (page: Page, id: string): Promise<unknown> => {
  const { items } = (await (await page.request.get('/v1/keys')).json()) as { items: { id: string; purpose: string | null }[] };
  return items.find((key) => key.id === id)?.purpose;
};

it('a planned change is filed on a phone with its five days laid out, and accepted at the provider’s', async () => {
  const [member, staff] = await Promise.all([visit(browser, { as: 'demo', width: 375 }), visit(browser, { as: 'admin' })]);
  const { id, label } = await keyOf(member);
  await open(member.page, `/changes/new?of=key&id=${id}`);
  expect(await member.page.getByLabel('What changes').inputValue()).toBe(id);
  await member.page.getByRole('button', { name: 'working day 5 of five' }).waitFor();
  await member.page.getByRole('button', { name: 'File the notice' }).click();
  await member.page.getByText('Nothing would become another.').waitFor();
  await member.page.getByLabel('Purpose').fill(`Invoices of ${label}`);
  await member.page.getByLabel('Why').fill('Another department takes it over.');
  await member.page.getByLabel('Whom to ask').fill('Lu, 010-1');
  expect(await sideways(member.page)).toBeLessThanOrEqual(0);
  await member.page.getByRole('button', { name: 'File the notice' }).click();
  await member.page.waitForURL(/\/changes\/chg_/);
  const notice = new URL(member.page.url()).pathname;

  await open(staff.page, '/admin/changes');
  await staff.page.locator(`a[href="/admin${notice}"]`).click();
  await staff.page.getByText(`Invoices of ${label}`).waitFor();
  await staff.page.getByRole('button', { name: 'Accept' }).click();
  await staff.page.getByRole('dialog').getByRole('button', { name: 'Accept' }).click();
  await member.page.getByText('Accepted').first().waitFor();
  expect(await purposeOf(member.page, id)).toBeNull();
  expect(await sideways(member.page)).toBeLessThanOrEqual(0);
  expect([...member.complaints, ...staff.complaints]).toEqual([]);
  await Promise.all([member.context.close(), staff.context.close()]);
});

it('a notice that was left is found as it was, until it is filed or begun anew', async () => {
  const { page, context, complaints } = await visit(browser, { as: 'demo' });
  await open(page, '/changes/new?of=plan&id=volume_forecast');
  await page.getByLabel('What is planned').fill('Twice as many pages.');
  await page.getByLabel('Why').fill('A second office.');
  await page.getByText('It cannot wait for five working days').click();
  await page.getByLabel('Why it cannot wait').fill('It opens on Monday.');
  await open(page, '/changes');
  await page.getByRole('link', { name: 'Give notice of a change' }).click();
  await page.getByText('As you left it').waitFor();
  expect(await Promise.all(['What is planned', 'Why', 'Why it cannot wait'].map((label) => page.getByLabel(label, { exact: true }).inputValue()))).toEqual(['Twice as many pages.', 'A second office.', 'It opens on Monday.']);
  await page.getByRole('button', { name: 'Start anew' }).click();
  expect(await page.getByLabel('Why', { exact: true }).inputValue()).toBe('');
  await reopen(page);
  expect(await page.getByText('As you left it').count()).toBe(0);
  expect(complaints).toEqual([]);
  await context.close();
});

it('a change whose days were given up takes effect at its instant, by itself', async () => {
  const [member, staff] = await Promise.all([visit(browser, { as: 'demo' }), visit(browser, { as: 'admin' })]);
  const { id } = await keyOf(member);
  const effective = new Date(Date.now() + MINUTE_MS / 2).toISOString();
  const answer = await member.page.request.post('/v1/change-notices', { data: { change: { of: 'key', id, values: { purpose: 'receipts' } }, reason: 'x', contact: 'x', effective_at: effective, waiver: 'The office moves today.' } });
  const { id: notice } = (await answer.json()) as { id: string };
  // The waiver has to be granted before the instant comes.
  await Promise.all([open(member.page, `/changes/${notice}`), open(staff.page, `/admin/changes/${notice}`)]);
  await staff.page.getByRole('button', { name: 'Grant the waiver' }).click();
  const dialog = staff.page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Grant the waiver' }).click();
  await dialog.getByText('Say why.').waitFor();
  await dialog.getByLabel('Reason').fill('No load is at stake.');
  await dialog.getByRole('button', { name: 'Grant the waiver' }).click();
  await member.page.getByText('No load is at stake.').waitFor();
  await member.page.getByText('Made', { exact: true }).first().waitFor({ timeout: MINUTE_MS });
  expect(await purposeOf(member.page, id)).toBe('receipts');
  expect([...member.complaints, ...staff.complaints]).toEqual([]);
  await Promise.all([member.context.close(), staff.context.close()]);
});

it('an urgent change is made with its acknowledgement while both sides see the clock, and is rolled back', async () => {
  const [member, staff] = await Promise.all([visit(browser, { as: 'demo' }), visit(browser, { as: 'admin', width: 375 })]);
  const { id } = await keyOf(member);
  await open(member.page, `/changes/new?of=key&id=${id}`);
  await member.page.getByLabel('Purpose').fill('passports');
  await member.page.getByLabel('Why').fill('The line is cut.');
  await member.page.getByLabel('Whom to ask').fill('Lu, 010-1');
  await member.page.getByLabel('Urgent').check();
  await member.page.getByRole('button', { name: 'File the notice' }).click();
  await member.page.waitForURL(/\/changes\/chg_/);
  await member.page.getByText(/23 hr.* left/).waitFor();
  await open(staff.page, `/admin${new URL(member.page.url()).pathname}`);
  await staff.page.getByText(/23 hr.* left/).waitFor();
  expect(await sideways(staff.page)).toBeLessThanOrEqual(0);
  await staff.page.getByRole('button', { name: 'Acknowledge' }).click();
  await staff.page.getByRole('dialog').getByRole('button', { name: 'Acknowledge' }).click();
  await member.page.getByRole('button', { name: 'Roll back' }).click();
  expect(await purposeOf(member.page, id)).toBe('passports');
  await member.page.getByRole('dialog').getByRole('button', { name: 'Roll back' }).click();
  await member.page.getByText('Rolled back').first().waitFor();
  expect(await purposeOf(member.page, id)).toBeNull();
  expect([...member.complaints, ...staff.complaints]).toEqual([]);
  await Promise.all([member.context.close(), staff.context.close()]);
});

it('an attack is reported in one dialog, and its P1 waits at the desk', async () => {
  const [member, staff] = await Promise.all([visit(browser, { as: 'demo', width: 375 }), visit(browser, { as: 'admin' })]);
  const seen = `A flood ${randomUUID().slice(0, 8)}`;
  await open(member.page, '/changes/security');
  await member.page.getByRole('button', { name: 'Report an attack' }).click();
  const dialog = member.page.getByRole('dialog');
  await dialog.getByLabel('Kind').selectOption('attack');
  await dialog.getByLabel('What is seen').fill(seen);
  await dialog.getByRole('button', { name: 'Report an attack' }).click();
  await member.page.getByRole('link', { name: 'Attack' }).first().click();
  await member.page.getByText(seen).waitFor();
  const ticket = new URL(member.page.url()).pathname;
  await open(staff.page, `/admin${ticket}`);
  await staff.page.getByText(seen).waitFor();
  expect([...member.complaints, ...staff.complaints]).toEqual([]);
  await Promise.all([member.context.close(), staff.context.close()]);
});

it('the days of the years that are known stand there, and a year that cannot be is refused', async () => {
  const staff = await visit(browser, { as: 'admin' });
  await open(staff.page, '/admin/working-days');
  await staff.page.getByRole('heading', { name: '2026' }).waitFor();
  await staff.page.getByRole('button', { name: 'Enter a year' }).click();
  const dialog = staff.page.getByRole('dialog');
  await dialog.getByLabel('Source').fill('https://www.gov.cn/x');
  await dialog.getByLabel('Days').fill('2027-01-01,holiday,元旦');
  await dialog.getByRole('button', { name: 'Enter a year' }).click();
  await dialog.getByText('These cannot be the days of that year').waitFor();
  await staff.context.close();
});
