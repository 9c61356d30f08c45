import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { open, openBrowser, sideways } from './browser.js';
import { openOwnInstall, type OwnInstall } from './own-install.js';

let browser: Browser;
let install: OwnInstall;
beforeAll(async () => {
  browser = await openBrowser();
  install = await openOwnInstall(browser);
  // Months go by at no console, so that a service has ended is written down. Nobody looks after it, and what it had stays.
  await install.owner.query(
    `INSERT INTO service_end (id, tenant_id, side, announced_at, announced_by, last_day, ends_at, readable_until, offered_at)
     SELECT 'end_01k9zzzzzzzzzzzzzzzzzzzzzz', m.tenant_id, 'tenant', now() - interval '60 days', m.person_id, current_date - 2, now() - interval '1 day', now() + interval '29 days', ARRAY[now() - interval '60 days', now() - interval '20 days', now() - interval '10 days']
     FROM member m JOIN person p ON p.id = m.person_id WHERE p.email = $1`,
    [install.ready.demo.email],
  );
});
afterAll(async () => {
  await browser.close();
  await install.close();
});

it('once a service has ended its pages offer what may still be done and nothing else, and say so on a phone as well', async () => {
  const { page, context, complaints } = await install.signedIn('demo', 375);
  const main = page.getByRole('main');
  await open(page, '/keys');
  await page.getByRole('status').filter({ hasText: 'Keys are refused' }).getByRole('link', { name: 'Read more' }).waitFor();
  await main.getByText('none can be created').waitFor();
  expect([await main.getByRole('button', { name: 'New key' }).count(), await main.getByText('Active', { exact: true }).count(), await main.getByText('Ended with the service').count()]).toEqual([0, 0, await main.getByRole('row').count() - 1]);
  await main.getByRole('button', { name: /^More/ }).first().click();
  expect(await page.getByRole('menuitem').allInnerTexts()).toEqual(['Copy id']);
  await page.keyboard.press('Escape');

  await open(page, '/playground');
  await main.getByRole('link', { name: 'End of service' }).waitFor();
  await open(page, '/overview');
  expect(await main.getByRole('link', { name: /playground|Recognise/i }).count()).toBe(0);
  for (const [path, name] of Object.entries({ '/changes': 'Give notice of a change', '/webhooks': 'New webhook', '/filings': 'New filing', '/members': 'Invite' })) {
    await open(page, path);
    expect({ path, offered: await main.getByRole('button', { name }).or(main.getByRole('link', { name })).count(), sideways: await sideways(page) }).toEqual({ path, offered: 0, sideways: 0 });
  }
  await page.goto('/changes/new');
  await page.waitForURL(/\/changes$/);

  await open(page, '/tickets');
  await main.getByRole('button', { name: 'Open a ticket' }).waitFor();
  await open(page, '/requests');
  await main.getByRole('button', { name: 'Take in a request' }).waitFor();
  await open(page, '/filings');
  await main.getByRole('row').nth(1).getByRole('link').click();
  await main.getByRole('button', { name: /Export/ }).or(main.getByRole('link', { name: /Export/ })).first().waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

it('once the time to read is over the page says so and shows the way out', async () => {
  await install.owner.query('UPDATE service_end SET readable_until = now()');
  const { page, context } = await install.signedIn('demo', 375);
  await open(page, '/keys');
  await page.getByRole('heading', { name: /has ended$/ }).waitFor();
  expect([await page.getByRole('navigation').count(), await sideways(page)]).toEqual([0, 0]);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL(/\/sign-in/);
  await context.close();
});
