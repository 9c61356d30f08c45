import { api, createClient } from '@inkproof/contract';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { open, openBrowser, product, sideways, visit } from './browser.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

it('staff enter an outage and prove whose it is, a tenant disputes it on a phone, and staff answer; the public reads of the incident', async () => {
  const staff = await visit(browser, { as: 'admin' });
  const cookie = (await staff.context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const call = createClient({ baseUrl: product().console, headers: { cookie, origin: product().console } });
  const { id } = await call(api.adminAvailability.enter, { body: { component: 'mail', from: new Date(Date.now() - 1_800_000).toISOString(), until: new Date(Date.now() - 600_000).toISOString(), words: 'Mails waited for twenty minutes' } });

  const { page } = staff;
  await open(page, `/admin/availability/${id}`);
  await page.getByText('Nothing was said').waitFor();
  await page.getByRole('button', { name: 'Put down to' }).click();
  const booking = page.getByRole('dialog');
  await booking.getByLabel('Where it came from').selectOption('carrier');
  await booking.getByLabel('What it shows').fill('The carrier told of it');
  await booking.getByLabel('Why it is booked so').fill('Their route was down');
  await booking.getByRole('button', { name: 'Put down to' }).click();
  await page.getByRole('heading', { name: /Network of others · carrier/ }).waitFor();

  const member = await visit(browser, { as: 'demo', width: 375 });
  await open(member.page, '/availability');
  await member.page.getByText('Network of others').first().waitFor();
  expect(await sideways(member.page)).toBeLessThanOrEqual(0);
  await member.page.getByRole('button', { name: 'Dispute' }).first().click();
  const dialog = member.page.getByRole('dialog');
  await dialog.getByLabel('What you see otherwise, and why').fill('Our own line was up all the time.');
  await dialog.getByRole('button', { name: 'Dispute' }).click();
  await member.page.getByText('Disputed', { exact: true }).first().waitFor();

  await open(page, '/admin/availability?show=disputed');
  await page.getByRole('link', { name: 'Mail', exact: true }).click();
  await page.getByRole('button', { name: 'Settle' }).click();
  await page.getByRole('dialog').getByLabel('It is').selectOption('rejected');
  await page.getByRole('dialog').getByLabel('Answer to the tenant').fill('The notice of the carrier stands.');
  await page.getByRole('dialog').getByRole('button', { name: 'Settle' }).click();
  await page.getByText('The notice of the carrier stands.').waitFor();

  await open(page, '/admin/availability');
  await page.getByRole('button', { name: 'Tell of an incident' }).click();
  const incident = page.getByRole('dialog');
  await incident.getByLabel('Title in Chinese').fill('邮件延迟');
  await incident.getByLabel('Title in English').fill('Mails are late');
  await incident.getByLabel('In Chinese', { exact: true }).fill('正在查明原因。');
  await incident.getByLabel('In English', { exact: true }).fill('We are finding out why.');
  await incident.getByLabel('Mail').check();
  await incident.getByRole('button', { name: 'Tell of an incident' }).click();
  await page.getByText('Mails are late').waitFor();
  // What the public reads is made again every few seconds.
  const told = async () => (await createClient({ baseUrl: product().api })(api.status.read)).incidents.map(({ title }) => title.zh);
  await expect.poll(told, { timeout: 20_000 }).toContain('邮件延迟');
  expect([...staff.complaints, ...member.complaints]).toEqual([]);
  await Promise.all([staff.context.close(), member.context.close()]);
});
