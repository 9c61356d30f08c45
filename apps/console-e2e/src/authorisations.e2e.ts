import { spawnSync } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import path from 'node:path';
import { api } from '@inkproof/contract';
import { drawPage } from '@inkproof/drawn-pages';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callOf, open, openBrowser, product, reopen, sideways, visit } from './browser.js';

/** What the demo tenant has on file. */
const FILED = '签收单据识别授权书';
const verifier = path.resolve(import.meta.dirname, '../../verifier/inkproof-verify.mjs');

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

it('commitments come as a CSV on a phone, a person is found by the reference and their word withdrawn, and the day is exported whole', async () => {
  const { page, context, complaints } = await visit(browser, { as: 'demo', width: 375 });
  const person = `customer ${randomUUID()}`;
  const line = (subject: string, expires = '') => `${subject},web_operation,2026-11-01T00:00:00Z,${expires},,${randomBytes(32).toString('hex')}`;
  const csv = ['subject,media,given_at,expires_at,categories,commitment', line(person), line(randomUUID(), '2027-05-31T00:00:00Z'), line(randomUUID(), '2026-10-01T00:00:00Z')].join('\n');
  await open(page, '/authorisations');
  await page.getByRole('button', { name: 'Import commitments' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Import' }).click();
  await dialog.getByText('Choose a CSV file.').waitFor();
  await dialog.getByLabel('Filed text').selectOption({ label: FILED });
  await dialog.getByLabel('CSV file').setInputFiles({ name: 'commitments.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await dialog.getByRole('button', { name: 'Import' }).click();
  await dialog.getByText('2 lines recorded').waitFor();
  await dialog.getByText(/^Line 4:.*given_at/).waitFor();
  expect(await sideways(page)).toBeLessThanOrEqual(0);
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await dialog.waitFor({ state: 'detached' });

  await page.getByLabel('Your reference for the person').fill(person);
  await page.getByRole('button', { name: 'Find' }).click();
  await page.getByText('1 authorisation', { exact: true }).waitFor();
  // Whom somebody looked for stands in no address.
  expect(decodeURIComponent(page.url())).not.toContain(person);
  await page.getByText('Stands without an end').waitFor();
  await page.getByRole('button', { name: 'Withdraw' }).click();
  const question = page.getByRole('alertdialog');
  await question.getByRole('textbox').fill('withdraw');
  await question.getByRole('button', { name: 'Withdraw' }).click();
  await page.getByText('Withdrawn', { exact: true }).waitFor();
  expect(await page.getByText('Stands without an end').count()).toBe(0);
  expect(await sideways(page)).toBeLessThanOrEqual(0);

  await open(page, '/filings');
  await page.getByRole('link', { name: FILED, exact: true }).first().click();
  const taking = page.getByRole('button', { name: 'Export the day' });
  await taking.waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), taking.click()]);
  expect(download.suggestedFilename()).toMatch(/^签收单据识别授权书 \d{4}-\d\d-\d\d\.zip$/);
  const { status, stdout } = spawnSync(process.execPath, [verifier, '--json', await download.path()], { encoding: 'utf8' });
  expect({ status, kind: (JSON.parse(stdout) as { kind: string }).kind }).toEqual({ status: 0, kind: 'filing_export' });
  expect(complaints.filter((said) => !said.includes('400'))).toEqual([]);
  await context.close();
});

it('what was found undeclared stands before both sides, never what it was, and is settled with a reason that the tenant reads', async () => {
  const { api: origin, apiKey } = product();
  const answer = await fetch(`${origin}/v1/recognitions?languages=en&personal_information=none`, { method: 'POST', headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'image/png' }, body: new Uint8Array(drawPage({ lines: ['CALL 13800138000'], widthPx: 700, fontPx: 40 })) });
  const { id } = (await answer.json()) as { id: string };
  const reason = `The number of a hotline: ${randomUUID()}`;
  const [member, staff] = await Promise.all([visit(browser, { as: 'demo' }), visit(browser, { as: 'admin' })]);
  await open(member.page, '/findings');
  const row = member.page.getByRole('row').filter({ hasText: id });
  await row.getByText('Phone number').waitFor();
  await row.getByText('Open', { exact: true }).waitFor();

  const { page } = staff;
  await open(page, '/admin/findings');
  await page.getByRole('button', { name: 'Settle' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Settle' }).click();
  await dialog.getByText('Write down the reason.').waitFor();
  await dialog.getByLabel('Reason').fill(reason);
  await dialog.getByRole('button', { name: 'Settle' }).click();
  await page.getByText(reason).waitFor();

  await reopen(member.page);
  await row.getByText(reason).waitFor();
  for (const one of [member, staff]) expect(await one.page.content()).not.toContain('13800138000');
  expect([...member.complaints, ...staff.complaints]).toEqual([]);
  await Promise.all([member.context.close(), staff.context.close()]);
});

it('material that the vault waits for is put in, once, and found there', async () => {
  const { page, context, complaints } = await visit(browser, { as: 'demo' });
  const call = await callOf(context);
  const { items } = await call(api.filings.list);
  const subject = `customer ${randomUUID()}`;
  await call(api.authorizations.create, { body: { filing: items.find(({ name }) => name === FILED)!.id, subject, media: ['web_operation'], given_at: new Date().toISOString() } });
  await open(page, '/authorisations');
  await page.getByLabel('Your reference for the person').fill(subject);
  await page.getByRole('button', { name: 'Find' }).click();
  // The list of all, which has the same row, goes when this comes.
  await page.getByText('1 authorisation', { exact: true }).waitFor();
  await page.getByText('In the vault, not there yet').waitFor();
  await page.getByRole('button', { name: 'Put it in' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('File').setInputFiles({ name: 'consent.exe', mimeType: 'application/x-msdownload', buffer: Buffer.from('MZ') });
  await dialog.getByRole('button', { name: 'Put it in' }).click();
  await dialog.getByText('Choose a file of these kinds').waitFor();
  await dialog.getByLabel('File').setInputFiles({ name: 'consent.txt', mimeType: 'text/plain', buffer: Buffer.from('I agree') });
  await dialog.getByRole('button', { name: 'Put it in' }).click();
  await page.getByText('In the vault', { exact: true }).waitFor();
  expect(await page.getByRole('button', { name: 'Put it in' }).count()).toBe(0);
  expect(complaints).toEqual([]);
  await context.close();
});

it('what is not declared is hidden or held back as the tenant chose, from the next call on', async () => {
  const { api: origin, apiKey } = product();
  const { page, context, complaints } = await visit(browser, { as: 'demo' });
  const textOf = async (): Promise<string> => {
    const answer = await fetch(`${origin}/v1/recognitions?languages=en&personal_information=none`, { method: 'POST', headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'image/png' }, body: new Uint8Array(drawPage({ lines: ['CALL 13800138000'], widthPx: 700, fontPx: 40 })) });
    return ((await answer.json()) as { text: string }).text;
  };
  const choose = async (policy: string) => {
    await page.getByRole('radio', { name: policy }).click();
    await page.getByText('Saved').first().waitFor();
    await reopen(page);
    expect(await page.getByRole('radio', { name: policy }).isChecked()).toBe(true);
  };
  await open(page, '/findings');
  await choose('With what was found hidden');
  expect(await textOf()).toMatch(/^CALL ▇+$/m);
  await choose('No text at all');
  expect(await textOf()).toBe('');
  await choose('As it was read, with a warning');
  expect(await textOf()).toContain('13800138000');
  expect(complaints).toEqual([]);
  await context.close();
});
