import { randomUUID } from 'node:crypto';
import { api } from '@inkproof/contract';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callOf, chooseTenant, openBrowser, sideways, visit } from './browser.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** The link in the newest mail to an address. */
const linkTo = async (email: string): Promise<string> => {
  const { context } = await visit(browser, { as: 'admin' });
  const call = await callOf(context);
  const { items } = await call(api.mails.list, { query: { limit: 100 } });
  const { text } = await call(api.mails.open, { params: { id: items.find(({ to }) => to === email)!.id } });
  await context.close();
  return /https?:\/\/\S+#\S+/.exec(text)![0];
};

it('a person asks by the form on a phone, confirms by mail, and is answered at the desk', async () => {
  const email = `${randomUUID()}@person.example`;
  const officer = await visit(browser, { as: 'demo' });
  const { url } = await (await callOf(officer.context))(api.subjectRequests.desk);

  const { page, context, complaints } = await visit(browser, { width: 375 });
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText('Give an address that works.').waitFor();
  await page.getByLabel('What you ask for').selectOption({ label: 'Withdraw consent' });
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Your request').fill('I take back what I agreed to.');
  expect(await sideways(page)).toBeLessThanOrEqual(0);
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('heading', { name: 'One more step' }).waitFor();
  await page.goto(await linkTo(email), { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: 'Confirm my address' }).click();
  await page.getByText('To be identified').waitFor();
  expect(await sideways(page)).toBeLessThanOrEqual(0);
  expect(complaints).toEqual([]);

  const desk = officer.page;
  await desk.goto('/requests', { waitUntil: 'networkidle' });
  await desk.getByRole('link', { name: 'Withdraw consent' }).first().click();
  await desk.getByText('I take back what I agreed to.').waitFor();
  await desk.getByRole('button', { name: 'Check identity' }).click();
  const dialog = desk.getByRole('dialog');
  await dialog.getByLabel('How').selectOption({ label: 'A contact you knew' });
  await dialog.getByLabel('Your reference for the person').fill('customer 7');
  await dialog.getByRole('button', { name: 'Check identity' }).click();
  await desk.getByRole('button', { name: 'Begin' }).click();
  await desk.getByText('Stop processing in your own systems').waitFor();
  await desk.getByRole('button', { name: 'Done' }).click();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await desk.getByRole('button', { name: 'Answer' }).click();
  await dialog.getByLabel('What you answer').fill('It is withdrawn.');
  await dialog.getByRole('button', { name: 'Answer' }).click();
  await desk.getByRole('heading', { name: 'Withdraw consent' }).waitFor();
  await desk.getByText('It is withdrawn.').waitFor();
  expect(await sideways(desk)).toBeLessThanOrEqual(0);
  expect(officer.complaints).toEqual([]);

  await page.reload({ waitUntil: 'networkidle' });
  await page.getByText('It is withdrawn.').waitFor();
  await Promise.all([context.close(), officer.context.close()]);
}, 180_000);

it('staff announce and draw a sample, a tenant shows what was drawn, and staff open and judge it', async () => {
  const [staff, tenant] = [await visit(browser, { as: 'admin' }), await visit(browser, { as: 'demo' })];
  const call = await callOf(tenant.context);
  const { items: filings } = await call(api.filings.list);
  await call(api.authorizations.create, { body: { filing: filings[0]!.id, subject: randomUUID(), media: ['web_operation'], given_at: new Date().toISOString(), commitment: 'ab'.repeat(32) } });

  const desk = staff.page;
  await desk.goto('/admin/inspections', { waitUntil: 'networkidle' });
  await desk.getByRole('button', { name: 'Announce an inspection' }).click();
  const dialog = desk.getByRole('dialog');
  await chooseTenant(dialog, (await call(api.session.current)).tenant!.id);
  await dialog.getByLabel('How many').fill('1');
  await dialog.getByLabel('Reason').fill('The yearly look');
  await dialog.getByRole('button', { name: 'Announce an inspection' }).click();
  await dialog.waitFor({ state: 'detached' });
  await desk.locator('tbody a').first().click();
  await desk.waitForURL(/\/admin\/inspections\/isp_/);
  await desk.waitForLoadState('networkidle');
  await desk.getByRole('button', { name: 'Draw the sample' }).click();
  await desk.getByText('Item 1').first().waitFor();

  const { page } = tenant;
  await page.goto('/inspections', { waitUntil: 'networkidle' });
  await page.getByRole('link', { name: 'The yearly look' }).first().click();
  await page.getByLabel('Add the file').setInputFiles({ name: 'consent.txt', mimeType: 'text/plain', buffer: Buffer.from('I agree') });
  await page.getByText('consent.txt').waitFor();
  await page.getByLabel('Why you cannot show it').fill('The page was taken down.');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('1 of 1 answered').waitFor();
  expect(await sideways(page)).toBeLessThanOrEqual(0);

  await desk.reload({ waitUntil: 'networkidle' });
  await desk.getByRole('button', { name: 'Open', exact: true }).click();
  await dialog.getByText('The page was taken down.').waitFor();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await desk.getByRole('button', { name: 'Judge' }).click();
  await dialog.getByLabel('Verdict').selectOption({ label: 'Not shown' });
  await dialog.getByLabel('Reason').fill('The page is gone');
  await dialog.getByRole('button', { name: 'Judge' }).click();
  await desk.getByRole('button', { name: 'Close', exact: true }).click();
  await dialog.getByLabel('Verdict').selectOption({ label: 'Not shown' });
  await dialog.getByLabel('Reason').fill('The page is gone');
  await dialog.getByRole('button', { name: 'Close', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.reload({ waitUntil: 'networkidle' });
  await page.getByText('your own duty under the agreement stays').waitFor();
  expect([...staff.complaints, ...tenant.complaints]).toEqual([]);
  await Promise.all([staff.context.close(), tenant.context.close()]);
}, 180_000);
