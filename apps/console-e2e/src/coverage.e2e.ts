import { api, createClient } from '@inkproof/contract';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { open, openBrowser, product, sideways, visit } from './browser.js';

/** A worker settles, then looks every half minute. */
const PROVEN_WITHIN_MS = 120_000;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

it('a tenant sees on a phone that its tickets would have been taken, staff see the same, and neither sees the tickets that prove it', async () => {
  const [member, staff] = [await visit(browser, { as: 'demo', width: 375 }), await visit(browser, { as: 'admin' })];
  const cookie = (await staff.context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const call = createClient({ baseUrl: product().console, headers: { cookie, origin: product().console } });
  await expect.poll(async () => (await call(api.coverage.month)).milliseconds.proven, { timeout: PROVEN_WITHIN_MS, interval: 1_000 }).toBeGreaterThan(0);

  await open(member.page, '/tickets');
  await member.page.getByRole('link', { name: 'Proof of intake' }).click();
  await member.page.getByRole('heading', { name: 'Hour by hour' }).waitFor();
  const today = member.page.getByRole('img', { name: /: taken (≥ \d|—)/ }).first();
  await today.waitFor();
  expect(await today.locator('title').last().textContent()).toMatch(/ [1-9]\d* min proven, 0 min failed|[01] min proven/);
  expect(await sideways(member.page)).toBeLessThanOrEqual(0);

  await open(staff.page, '/admin/tickets');
  expect(await staff.page.getByText('Intake proof').count()).toBe(0);
  await staff.page.getByRole('link', { name: 'Proof of intake' }).click();
  await staff.page.getByText('Whoever is on call is called').waitFor();
  const [file] = await Promise.all([staff.page.waitForEvent('download'), staff.page.getByRole('link', { name: 'CSV' }).click()]);
  expect(file.suggestedFilename()).toMatch(/^inkproof-intake-\d{4}-\d{2}\.csv$/);
  expect((await call(api.adminTickets.list, { query: { state: 'closed' } })).items.filter(({ subject }) => subject.includes('Intake proof'))).toEqual([]);
  expect([...member.complaints, ...staff.complaints]).toEqual([]);
}, PROVEN_WITHIN_MS + 60_000);
