import { readFileSync } from 'node:fs';
import { api } from '@inkproof/contract';
import { drawPage, drawPdf, pdfText, scannedPdfPage } from '@inkproof/drawn-pages';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callOf, open, openBrowser, product, reopen, sample, visit } from './browser.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe('somebody at the door', () => {
  it('signs in with the keyboard alone, after being told of a wrong password', async () => {
    const { page, context } = await visit(browser);
    await open(page, '/overview');
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    const { email, password } = product().demo;
    await page.getByLabel('Work e-mail').focus();
    await page.keyboard.type(email);
    await page.keyboard.press('Tab');
    await page.keyboard.type('not the password');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: /match|password/i }).waitFor();
    await page.getByLabel('Password').fill(password);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/overview');
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    await context.close();
  });

  it('is told that it was not done, and by which code, when the words for it do not come', async () => {
    const { page, context } = await visit(browser);
    await open(page, '/sign-in');
    const { email } = product().demo;
    const tryOnce = async (): Promise<void> => {
      await page.getByLabel('Work e-mail').fill(email);
      await page.getByLabel('Password').fill('not the password');
      await page.getByLabel('Password').press('Enter');
    };
    await page.route('**/_next/static/**', (route) => route.abort());
    await tryOnce();
    await page.getByRole('alert').filter({ hasText: 'session.refused' }).waitFor();
    await page.unroute('**/_next/static/**');
    await tryOnce();
    await page.getByRole('alert').filter({ hasText: /match|password/i }).waitFor();
    await context.close();
  });

  it('is led to their own side and not let into the other', async () => {
    const member = await visit(browser, { as: 'demo' });
    await open(member.page, '/admin');
    await member.page.waitForURL('**/overview');
    const staff = await visit(browser, { as: 'admin' });
    await open(staff.page, '/keys');
    await staff.page.waitForURL('**/admin');
    await Promise.all([member.context.close(), staff.context.close()]);
  });

  it('changes language and theme, and both are kept', async () => {
    const { page, context } = await visit(browser, { as: 'demo', locale: 'zh-CN' });
    await open(page, '/overview');
    await page.getByRole('heading', { level: 1, name: '概览' }).waitFor();
    await page.getByRole('button', { name: 'English' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    await page.getByRole('button', { name: 'Switch theme' }).first().click();
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
    await reopen(page);
    expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dataset['theme']])).toEqual(['en', 'dark']);
    await context.close();
  });
});

describe('a developer of a tenant', () => {
  it('drops a photographed page on the playground, sees its boxes and text, and finds it on record as it was asked to be kept', async () => {
    const { page, context, complaints } = await visit(browser, { as: 'demo' });
    await open(page, '/playground');
    await page.getByRole('button', { name: 'Options' }).click();
    await page.getByLabel('Results', { exact: true }).check();
    await page.keyboard.press('Escape');
    await page.locator('input[type=file]').first().setInputFiles(sample('delivery-note-zh.jpg'));
    await page.locator('.pv polygon.wb').first().waitFor({ timeout: 30_000 });
    const boxes = await page.locator('.pv polygon.wb').count();
    expect(boxes).toBeGreaterThan(30);
    expect(await page.locator('.tl .tw').count()).toBe(boxes);
    expect(await page.locator('.tl').innerText()).toContain('送货单');

    // Words and boxes light each other, both ways.
    const word = page.locator('.tl .tw').nth(3);
    const id = await word.getAttribute('data-w');
    await word.hover();
    await page.locator(`.pv polygon[data-w="${id}"].hot`).waitFor();
    await page.locator(`.pv polygon[data-w]`).nth(10).hover({ force: true });
    const other = await page.locator(`.pv polygon[data-w]`).nth(10).getAttribute('data-w');
    await page.locator(`.tl .tw[data-w="${other}"].hot`).waitFor();

    await page.getByRole('tab', { name: 'JSON' }).click();
    await page.getByText('"advisory": true').first().waitFor();
    await open(page, '/recognitions');
    await page.getByRole('link', { name: /\d/ }).filter({ hasText: /:/ }).first().click();
    await page.waitForURL('**/recognitions/rec_*');
    await page.getByText('The words stand on a blank sheet').waitFor();
    expect(await page.locator('.pv polygon[data-w]').count()).toBe(boxes);
    expect(await page.locator('.pv text').count()).toBeGreaterThan(10);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('reads a PDF whose first page was written and whose second was scanned, and takes it along as a searchable PDF', async () => {
    const { page, context, complaints } = await visit(browser, { as: 'demo' });
    await open(page, '/playground');
    const scan = await scannedPdfPage(drawPage({ lines: ['SCANNED PAGE 2026', 'of the second kind'], widthPx: 1240, heightPx: 1754, fontPx: 44 }), 150);
    const buffer = drawPdf([{ draws: [pdfText(72, 720, 'A page that was written, not scanned.')] }, scan]);
    await page.locator('input[type=file]').first().setInputFiles({ name: 'two-pages.pdf', mimeType: 'application/pdf', buffer });
    await page.locator('.tl').filter({ hasText: 'written, not scanned' }).waitFor({ timeout: 60_000 });
    expect(await page.locator('.pv polygon.wb.emb').count()).toBeGreaterThan(4);
    await page.locator('.pv img').waitFor();
    await page.getByRole('button', { name: 'Next page' }).click();
    await page.locator('.tl').filter({ hasText: 'SCANNED PAGE' }).waitFor();
    expect(await page.locator('.pv polygon.wb.emb').count()).toBe(0);
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download' }).click();
    await page.getByRole('menuitem', { name: 'Searchable PDF' }).click();
    const bytes = readFileSync(await (await waiting).path());
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    await open(page, '/jobs');
    await page.getByRole('link', { name: /:/ }).first().click();
    await page.waitForURL('**/jobs/job_*');
    await page.getByText('2 of 2 pages read').first().waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('registers a webhook, sees a test fail to arrive, sends it again, and removes the webhook', async () => {
    const { page, context } = await visit(browser, { as: 'demo' });
    await open(page, '/webhooks');
    await page.getByRole('button', { name: 'New webhook' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Archive intake');
    await dialog.getByLabel('Address').fill('http://169.254.169.254/');
    await dialog.getByRole('button', { name: 'Register' }).click();
    await dialog.getByRole('alert').filter({ hasText: 'may not be sent' }).waitFor();
    // An address of the open internet that nobody answers at.
    await dialog.getByLabel('Address').fill('https://192.88.98.1/hook');
    await dialog.getByRole('button', { name: 'Register' }).click();
    await page.getByText(/^whsec_/).first().waitFor();
    await page.getByLabel('I have stored it where the receiver finds it').check();
    await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
    await page.waitForURL('**/webhooks/whk_*');
    await page.getByRole('button', { name: 'Send a test' }).click();
    await page.getByRole('cell', { name: /Test whk_/ }).waitFor();
    await page.getByRole('button', { name: 'Send again' }).click();
    await page.getByText('On its way again').first().waitFor();
    await page.getByRole('button', { name: 'More for “Archive intake”' }).click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await page.getByRole('alertdialog').getByRole('textbox').fill('Archive intake');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove for good' }).click();
    await page.waitForURL(/webhooks$/);
    await context.close();
  });

  it('pastes a picture, and is told in words when a file is no picture', async () => {
    const { page, context } = await visit(browser, { as: 'demo' });
    await open(page, '/playground');
    await page.evaluate((bytes) => {
      const file = new File([new Uint8Array(bytes)], 'pasted.png', { type: 'image/png' });
      const data = new DataTransfer();
      data.items.add(file);
      document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
    }, [...drawPage({ lines: ['PASTED 2026'], widthPx: 320, fontPx: 28 })]);
    await page.locator('.tl').filter({ hasText: 'PASTED' }).waitFor({ timeout: 45_000 });

    await page.locator('input[type=file]').first().setInputFiles({ name: 'notes.png', mimeType: 'image/png', buffer: Buffer.from('only words') });
    const notice = page.getByText('image.unsupported');
    await notice.first().waitFor();
    expect(await page.getByText(/req_[0-9a-z]{26}/).count()).toBeGreaterThan(0);
    await context.close();
  });

  it('creates a key, calls with it, sees the call, and revokes it', async () => {
    const { page, context } = await visit(browser, { as: 'demo' });
    await open(page, '/keys');
    await page.getByRole('button', { name: 'New key' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Browser journey');
    await dialog.getByRole('button', { name: 'Create key' }).click();
    const secret = await page.getByText(/^ink_live_\w{38}$/).innerText();
    await page.keyboard.press('Escape');
    expect(await page.getByText(secret).count(), 'a secret that was not stored is not closed away').toBe(1);
    await page.getByLabel('I have stored it in a key manager').check();
    await page.getByRole('dialog').getByRole('button', { name: /close|done/i }).last().click();
    expect(await page.getByText(secret).count()).toBe(0);

    const call = () => fetch(`${product().api}/v1/recognitions?languages=en`, { method: 'POST', headers: { authorization: `Bearer ${secret}`, 'content-type': 'image/png' }, body: new Uint8Array(drawPage({ lines: ['KEY'], widthPx: 240, fontPx: 28 })) });
    expect((await call()).status).toBe(200);
    await open(page, '/recognitions');
    await page.getByText('Browser journey').first().waitFor();

    await open(page, '/keys');
    await page.getByRole('button', { name: 'More for “Browser journey”' }).click();
    await page.getByRole('menuitem', { name: 'Revoke' }).click();
    const confirm = page.getByRole('alertdialog');
    expect(await confirm.getByRole('button', { name: 'Revoke for good' }).isEnabled()).toBe(false);
    await confirm.getByRole('textbox').fill('Browser journey');
    await confirm.getByRole('button', { name: 'Revoke for good' }).click();
    await page.getByText('“Browser journey” is revoked', { exact: true }).waitFor();
    expect((await call()).status).toBe(401);
    await context.close();
  });

  it('finds a refused call by its request, and reads which limit it met and how much that was, whatever holds by then', async () => {
    const { page, context } = await visit(browser, { as: 'demo' });
    const asDemo = await callOf(context);
    const { id, secret } = await asDemo(api.keys.issue, { body: { label: 'One a second', requests_per_second: 1 } });
    const body = new Uint8Array(drawPage({ lines: ['LIMIT'], widthPx: 240, fontPx: 28 }));
    const answers = await Promise.all(Array.from({ length: 4 }, () => fetch(`${product().api}/v1/recognitions?languages=en`, { method: 'POST', headers: { authorization: `Bearer ${secret}`, 'content-type': 'image/png' }, body })));
    const { request_id: request } = (await answers.find(({ status }) => status === 429)!.json()) as { request_id: string };
    await asDemo(api.keys.revoke, { params: { id } });
    await expect.poll(async () => (await asDemo(api.ledger.calls, { query: { request_id: request } })).items.length).toBe(1);

    await open(page, '/usage/calls');
    await page.getByLabel('Request id').fill(request);
    await page.getByRole('search').getByRole('button', { name: 'Filter' }).click();
    const found = page.getByRole('row').filter({ hasText: 'One a second' });
    await expect.poll(() => found.count()).toBe(1);
    await found.getByRole('link').click();
    await page.getByText("The key's own calls a second: 1").waitFor();
    await page.getByText('It was not the quota of the tenant that refused it', { exact: false }).waitFor();
    await context.close();
  });
  it('sees the usage of the calls just made', async () => {
    const { page, context } = await visit(browser, { as: 'demo' });
    await open(page, '/usage');
    await page.getByRole('heading', { level: 1, name: 'Usage and quota' }).waitFor();
    await page.locator('.recharts-bar-rectangle path').first().waitFor();
    await context.close();
  });
});

it('staff open a tenant, hand over its password, and change its quota; the owner signs in', async () => {
  const { page, context, complaints } = await visit(browser, { as: 'admin' });
  const email = `journey-${crypto.randomUUID()}@inkproof.example`;
  await open(page, '/admin/tenants');
  await page.getByRole('button', { name: 'Open a tenant' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name', { exact: true }).fill('Riverside Archive');
  await dialog.getByLabel("Owner's name").fill('Ada Quill');
  await dialog.getByLabel("Owner's e-mail").fill(email);
  await dialog.getByRole('button', { name: 'Open' }).click();
  await page.getByText('The tenant is open').waitFor();
  const password = await page.locator('.secret').innerText();
  await page.getByLabel('I have handed it to the owner').check();
  await page.getByRole('dialog').getByRole('button', { name: /close|done/i }).last().click();
  await page.getByRole('link', { name: 'Riverside Archive' }).first().click();
  await page.waitForURL('**/admin/tenants/ten_*');
  await page.getByRole('button', { name: 'Change the quota' }).click();
  await dialog.getByLabel('Calls a second').fill('9');
  await dialog.getByRole('button', { name: 'Set', exact: true }).click();
  await dialog.getByText('names the document it comes from').waitFor();
  await dialog.getByLabel('Document', { exact: true }).fill('Order 2026-11');
  await dialog.getByRole('button', { name: 'Set', exact: true }).click();
  await page.getByRole('cell', { name: 'Order 2026-11' }).waitFor();
  expect(complaints).toEqual([]);

  const owner = await visit(browser);
  await open(owner.page, '/sign-in');
  await owner.page.getByLabel('Work e-mail').fill(email);
  await owner.page.getByLabel('Password').fill(password.trim().split(/\s/)[0]!);
  await owner.page.getByRole('button', { name: 'Sign in' }).click();
  await owner.page.waitForURL('**/overview');
  await owner.page.getByText('9', { exact: false }).first().waitFor();
  await Promise.all([context.close(), owner.context.close()]);
});
