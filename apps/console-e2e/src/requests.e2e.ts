import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { api } from '@inkproof/contract';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callOf, chooseTenant, hydrated, linkTo, open, openBrowser, product, reopen, sampleBytes, sideways, visit } from './browser.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

it('a person asks by the form on a phone, confirms by mail, and is answered at the desk', async () => {
  const email = `${randomUUID()}@person.example`;
  const officer = await visit(browser, { as: 'demo' });
  const { url } = await (await callOf(officer.context))(api.subjectRequests.desk);

  const { page, context, complaints } = await visit(browser, { width: 375 });
  await open(page, url);
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText('Give an address that works.').waitFor();
  await page.getByLabel('What you ask for').selectOption({ label: 'Withdraw consent' });
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Your request').fill('I take back what I agreed to.');
  expect(await sideways(page)).toBeLessThanOrEqual(0);
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('heading', { name: 'One more step' }).waitFor();
  await open(page, await linkTo(browser, email));
  await page.getByRole('button', { name: 'Confirm my address' }).click();
  await page.getByText('To be identified').waitFor();
  expect(await sideways(page)).toBeLessThanOrEqual(0);
  expect(complaints).toEqual([]);

  const desk = officer.page;
  await open(desk, '/requests');
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

  await reopen(page);
  await page.getByText('It is withdrawn.').waitFor();
  await Promise.all([context.close(), officer.context.close()]);
}, 180_000);

it('what a person wrote to the provider is passed on, is read by the tenant alone, and is refused with a reason or not at all', async () => {
  const email = `${randomUUID()}@person.example`;
  const [staff, officer] = [await visit(browser, { as: 'admin' }), await visit(browser, { as: 'demo' })];
  const dialog = staff.page.getByRole('dialog');
  await open(staff.page, '/admin/requests');
  await staff.page.getByRole('button', { name: 'Pass on' }).first().click();
  await chooseTenant(dialog, (await (await callOf(officer.context))(api.session.current)).tenant!.id);
  await dialog.getByLabel('What you ask for').selectOption({ label: 'Have a copy of personal information' });
  await dialog.getByLabel('E-mail').fill(email);
  await dialog.getByLabel('Your request').fill('Send me what you have of me.');
  await dialog.getByRole('button', { name: 'Pass on' }).click();
  await dialog.waitFor({ state: 'detached' });
  await staff.page.getByRole('row').filter({ hasText: 'Copy' }).first().waitFor();
  expect(await staff.page.content()).not.toContain(email);

  const { page, context, complaints } = await visit(browser);
  await open(page, await linkTo(browser, email));
  // Taking it back is asked once more, and only then done.
  await page.getByRole('button', { name: 'Take the request back' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Confirm my address' }).click();
  await page.getByText('To be identified').waitFor();

  const desk = officer.page;
  const asking = desk.getByRole('dialog');
  await open(desk, '/requests');
  await desk.getByRole('row').filter({ hasText: 'Passed on by the provider' }).getByRole('link').first().click();
  await desk.getByText('Send me what you have of me.').waitFor();
  await desk.getByRole('button', { name: 'Refuse' }).click();
  await asking.getByRole('button', { name: 'Refuse' }).click();
  await asking.getByText('Say why.').waitFor();
  await asking.getByLabel('Reason').fill('We cannot tell that it is you.');
  await asking.getByRole('button', { name: 'Refuse' }).click();
  await desk.getByText('We cannot tell that it is you.').waitFor();
  await reopen(page);
  await page.getByText('We cannot tell that it is you.').waitFor();
  expect([...staff.complaints, ...officer.complaints, ...complaints]).toEqual([]);
  await Promise.all([staff, officer, { context }].map((one) => one.context.close()));
}, 180_000);

it('a deletion that was asked for by letter erases by its tasks, brings a certificate, and ends with its proof', async () => {
  const { page, context, complaints } = await visit(browser, { as: 'demo' });
  const call = await callOf(context);
  const subject = `customer ${randomUUID()}`;
  const { items: filings } = await call(api.filings.list);
  const filing = filings.find(({ in_force: inForce }) => inForce)!.id;
  const { id: authorization } = await call(api.authorizations.create, { body: { filing, subject, media: ['web_operation'], given_at: new Date().toISOString(), commitment: 'ab'.repeat(32) } });
  const declared = encodeURIComponent(JSON.stringify({ filing, authorization, categories: ['name'] }));
  const answer = await fetch(`${product().api}/v1/recognitions?languages=en&retention=result&personal_information=${declared}`, { method: 'POST', headers: { authorization: `Bearer ${product().apiKey}`, 'content-type': 'image/png' }, body: new Uint8Array(sampleBytes('invoice-en.png')) });
  const { id: recognition } = (await answer.json()) as { id: string };
  await open(page, '/requests');
  await page.getByRole('button', { name: 'Take in a request' }).click();
  const dialog = page.getByRole('dialog');
  const confirm = (name: string) => dialog.getByRole('button', { name }).click();
  await dialog.getByLabel('What you ask for').selectOption({ label: 'Delete personal information' });
  await confirm('Take in a request');
  await dialog.getByText('Say what you ask for.').waitFor();
  await dialog.getByLabel('Your request').fill(`Forget me: ${subject}`);
  await dialog.getByLabel('Your reference for the person').fill(subject);
  await confirm('Take in a request');
  await dialog.waitFor({ state: 'detached' });
  const { items } = await call(api.subjectRequests.list, { query: { kind: 'delete', state: 'open' } });
  await open(page, `/requests/${items[0]!.id}`);
  await page.getByText(`Forget me: ${subject}`).waitFor();
  await page.getByRole('button', { name: 'Check identity' }).click();
  await dialog.getByLabel('How').selectOption({ label: 'In person' });
  await confirm('Check identity');
  await page.getByRole('button', { name: 'Begin' }).click();

  const task = (name: string) => page.getByRole('row').filter({ hasText: name });
  await task('Withdraw all their authorisations').getByText('Done').waitFor();
  await task('Delete results').getByRole('button', { name: 'Delete' }).click();
  await dialog.getByText('cannot be restored').waitFor();
  await confirm('Delete');
  await task('Delete results').getByText(/1 item · dct_/).waitFor();
  expect((await context.request.get(`/v1/recognitions/${recognition}`)).status()).toBe(410);

  // The material is kept for six months yet. It is refused with what stays, and settled by saying so.
  await task('Delete their material').getByRole('button', { name: 'Delete' }).click();
  await confirm('Delete');
  await dialog.getByRole('alert').waitFor();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  for (const name of ['Delete their material', 'Delete copies in your own systems']) {
    await task(name).getByRole('button', { name: 'Not needed' }).click();
    await confirm('Not needed');
    await dialog.getByText('Say why.').waitFor();
    await dialog.getByLabel('Reason').fill('Kept for six months yet.');
    await confirm('Not needed');
    await task(name).getByText('Kept for six months yet.').waitFor();
  }
  await page.getByRole('button', { name: 'Answer' }).click();
  await dialog.getByLabel('What you answer').fill('You are forgotten.');
  await confirm('Answer');
  await dialog.waitFor({ state: 'detached' });
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Proof (JSON)' }).click()]);
  const proof = JSON.parse(readFileSync(await download.path(), 'utf8')) as object;
  expect(proof).toMatchObject({ request: { state: 'answered' }, request_sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
  expect(complaints.filter((said) => !said.includes('409'))).toEqual([]);
  await context.close();
}, 180_000);

it('staff announce and draw a sample, a tenant shows what was drawn, and staff open and judge it', async () => {
  const reason = `The yearly look ${randomUUID().slice(0, 8)}`;
  const [staff, tenant] = [await visit(browser, { as: 'admin' }), await visit(browser, { as: 'demo' })];
  const call = await callOf(tenant.context);
  const { items: filings } = await call(api.filings.list);
  await call(api.authorizations.create, { body: { filing: filings.find(({ in_force }) => in_force)!.id, subject: randomUUID(), media: ['web_operation'], given_at: new Date().toISOString(), commitment: 'ab'.repeat(32) } });

  const desk = staff.page;
  await open(desk, '/admin/inspections');
  await desk.getByRole('button', { name: 'Announce an inspection' }).click();
  const dialog = desk.getByRole('dialog');
  await chooseTenant(dialog, (await call(api.session.current)).tenant!.id);
  await dialog.getByLabel('How many').fill('1');
  await dialog.getByLabel('Reason').fill(reason);
  await dialog.getByRole('button', { name: 'Announce an inspection' }).click();
  await dialog.waitFor({ state: 'detached' });
  await desk.getByRole('row').filter({ hasText: reason }).getByRole('link').click();
  await desk.waitForURL(/\/admin\/inspections\/isp_/);
  await hydrated(desk);
  await desk.getByRole('button', { name: 'Draw the sample' }).click();
  await desk.getByText('Item 1').first().waitFor();

  const { page } = tenant;
  await open(page, '/inspections');
  await page.getByRole('link', { name: reason }).click();
  await page.getByLabel('Add the file').setInputFiles({ name: 'consent.txt', mimeType: 'text/plain', buffer: Buffer.from('I agree') });
  await page.getByText('consent.txt').waitFor();
  await page.getByLabel('Why you cannot show it').fill('The page was taken down.');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('1 of 1 answered').waitFor();
  expect(await sideways(page)).toBeLessThanOrEqual(0);

  await reopen(desk);
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
  await reopen(page);
  await page.getByText('your own duty under the agreement stays').waitFor();
  await page.getByText('Opened by the provider').waitFor();
  expect([...staff.complaints, ...tenant.complaints]).toEqual([]);
  await Promise.all([staff.context.close(), tenant.context.close()]);
}, 180_000);
