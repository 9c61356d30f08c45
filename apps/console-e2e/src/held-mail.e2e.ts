import { api, createClient, type Call } from '@inkproof/contract';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { holdMail } from '../../../tools/testing/hold-mail.js';
import { open, openBrowser, sideways, type Visitor } from './browser.js';
import { openOwnInstall, type OwnInstall } from './own-install.js';

let install: OwnInstall;
let browser: Browser;
let staff: Visitor;
let demo: Call;

beforeAll(async () => {
  browser = await openBrowser();
  install = await openOwnInstall(browser);
  staff = await install.signedIn('admin');
  demo = await callOf(await install.signedIn('demo'));
});
afterAll(async () => {
  await browser.close();
  await install.close();
});

const callOf = async ({ context }: Visitor): Promise<Call> => {
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  return createClient({ baseUrl: install.ready.console, headers: { cookie, origin: install.ready.console } });
};
const held = (subject: string) => holdMail(install, { email: install.ready.demo.email, subject, words: 'Since noon nothing is read any more.' });
/** Opens the dialog in which the one held mail is placed. */
const placing = async (page: Page) => {
  await open(page, '/admin/tickets/held-mails');
  await page.getByRole('button', { name: 'Choose tenant' }).click();
  return page.getByRole('dialog');
};

it('the desk says whose a mail is, and on which of their tickets it belongs', async () => {
  const { page, complaints } = staff;
  const second = await (await callOf(staff))(api.admin.openTenant, { body: { name: 'Second Harbour', requests_per_second: 1, owner: { name: 'x', email: 'second@tenant.example' } } });
  await install.owner.query(`INSERT INTO member (tenant_id, person_id, role, created_at) SELECT $1, id, 'developer', clock_timestamp() FROM person WHERE email = $2`, [second.tenant.id, install.ready.demo.email]);
  const { id: ticket } = await demo(api.tickets.create, { body: { subject: 'Jobs wait', words: 'Job 7 waits.', priority: 'p2' } });

  await held('Re: Jobs wait');
  await open(page, '/admin/tickets');
  await page.getByRole('link', { name: /^Held mail ?1$/ }).waitFor();
  const dialog = await placing(page);
  await dialog.getByRole('button', { name: 'Choose tenant' }).click();
  await dialog.getByText('Choose one.').waitFor();
  const tenants = dialog.getByLabel('Tenant');
  // Of the tickets only those of the tenant that is chosen.
  await tenants.selectOption({ label: 'Second Harbour' });
  await expect.poll(() => dialog.getByLabel('Ticket').count()).toBe(0);
  const own = (await tenants.getByRole('option').allTextContents()).find((name) => !['Choose', 'Second Harbour'].includes(name))!;
  await tenants.selectOption({ label: own });
  await dialog.getByLabel('Ticket').selectOption({ label: 'Jobs wait' });
  await dialog.getByRole('button', { name: 'Choose tenant' }).click();
  await page.getByText('No mail is held').waitFor();
  await open(page, `/admin/tickets/${ticket}`);
  await page.getByText('Since noon nothing is read any more.').waitFor();
  expect(complaints).toEqual([]);
});

it('or that it opens one of its own, on a phone too', async () => {
  await held('Another matter');
  const phone = await install.signedIn('admin', 375);
  const dialog = await placing(phone.page);
  expect(await sideways(phone.page)).toBeLessThanOrEqual(0);
  await dialog.getByLabel('Tenant').selectOption({ label: 'Second Harbour' });
  await dialog.getByRole('button', { name: 'Choose tenant' }).click();
  await phone.page.getByText('No mail is held').waitFor();
  const { items } = await (await callOf(staff))(api.adminTickets.list, { query: { state: 'unsolved' } });
  expect(items.find(({ subject }) => subject === 'Another matter')).toMatchObject({ tenant: { name: 'Second Harbour' }, state: 'new' });
  expect(phone.complaints).toEqual([]);
});
