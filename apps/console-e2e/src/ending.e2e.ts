import { randomUUID } from 'node:crypto';
import { api } from '@inkproof/contract';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anotherOfStaff, callOf, open, openBrowser, reopen, visit } from './browser.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

it('an owner ends the service with a last day, sees the days and the way to exports on every page, and takes it back', async () => {
  const { page, context, complaints } = await visit(browser, { as: 'demo' });
  const call = await callOf(context);
  const { tenant } = await call(api.session.current);
  const { earliest_last_day: day } = await call(api.ending.find);
  await open(page, '/service-end');
  await page.getByLabel('Last day').fill('2020-01-01');
  await page.getByRole('button', { name: 'End the service' }).click();
  await page.getByText(/Choose a day from/).waitFor();
  await page.getByLabel('Last day').fill(day);
  await page.getByLabel('Reason').fill('We merge with another house.');
  await page.getByRole('button', { name: 'End the service' }).click();
  const question = page.getByRole('alertdialog');
  await question.getByText(/Cannot be restored/).waitFor();
  const confirm = question.getByRole('button', { name: 'Announce the end' });
  expect(await confirm.getAttribute('aria-disabled')).toBe('true');
  await question.getByRole('textbox').fill(tenant!.name);
  await confirm.click();
  await page.getByText('We merge with another house.').waitFor();

  await open(page, '/recognitions');
  const strip = page.getByRole('status').filter({ hasText: 'The service ends in 7 days' });
  await strip.getByRole('link', { name: 'Fetch what is yours' }).click();
  await page.waitForURL(/\/service-end$/);
  for (const name of ['Results', 'Usage and calls', 'Filed texts', 'Audit log', 'Tickets']) await page.getByRole('main').getByRole('link', { name }).first().waitFor();

  await page.getByRole('button', { name: 'Take it back' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take it back' }).click();
  await page.getByRole('button', { name: 'End the service' }).waitFor();
  await strip.waitFor({ state: 'detached' });
  expect(complaints).toEqual([]);
  await context.close();
});

it('the provider ends a service with two people, and the page of the tenant says when and by whom', async () => {
  const maker = await visit(browser, { as: 'admin' });
  const { page, context } = maker;
  const approver = await anotherOfStaff(browser, maker, 'compliance');
  const name = `Ending ${randomUUID().slice(0, 8)}`;
  const { tenant } = await (await callOf(context))(api.admin.openTenant, { body: { name, owner: { name, email: `${randomUUID()}@example.com` } } });
  await open(page, `/admin/tenants/${tenant.id}`);
  await page.getByText('No end was announced.').waitFor();
  await page.getByRole('button', { name: 'End the service…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'End the service…' }).click();
  await dialog.getByText('Say why.').waitFor();
  await dialog.getByLabel('Reason').fill('The contract ran out.');
  await dialog.getByRole('button', { name: 'End the service…' }).click();
  await page.getByText('Somebody asked for it to be ended. Another person decides.').waitFor();

  await open(approver.page, '/admin/approvals');
  const asked = approver.page.getByRole('article', { name: `End the service of ${name}` });
  await asked.getByText('Last day').waitFor();
  await asked.getByRole('button', { name: 'Approve' }).click();
  await asked.waitFor({ state: 'detached' });

  await reopen(page);
  await page.getByText(/Its last day is .*30 days/).waitFor();
  await page.getByText('Mei').waitFor();

  await open(page, '/admin/tenants');
  await page.getByRole('row').filter({ hasText: name }).getByText(/^Ends 20\d\d-\d\d-\d\d$/).waitFor();
  await open(page, `/admin/tenants/${tenant.id}`);
  await page.getByRole('button', { name: 'Take it back' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take it back' }).click();
  await page.getByText('No end was announced.').waitFor();
  await Promise.all([context.close(), approver.context.close()]);
});
