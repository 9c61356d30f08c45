import { randomUUID } from 'node:crypto';
import { api } from '@inkproof/contract';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { handIn, picture, TEXT } from './a-filing.js';
import { callOf, open, openBrowser, product, reopen, sampleBytes, sideways, visit, type Visitor } from './browser.js';

let browser: Browser;
let [owner, staff]: Visitor[] = [];
let name: string;
beforeAll(async () => {
  browser = await openBrowser();
  [owner, staff] = [await visit(browser, { as: 'demo' }), await visit(browser, { as: 'admin' })];
});
afterAll(() => browser.close());
beforeEach(() => {
  name = `Freight receipts ${randomUUID().slice(0, 8)}`;
});

const review = async (version: string, view = ''): Promise<void> => {
  await open(staff!.page, `/admin/filings/${version}?state=submitted${view}`);
};

const deliver = async (verdict: string, words?: string): Promise<void> => {
  const { page } = staff!;
  await page.getByRole('radio', { name: verdict }).check();
  if (words) await page.getByLabel('A word to the tenant').fill(words);
  await page.getByRole('button', { name: 'Deliver' }).click();
};

it('a text that is sent back says what it wants, is corrected and handed in again, talked over, and accepted', async () => {
  const { page } = owner!;
  const { id, filing } = await handIn(await callOf(owner!.context), name);
  const address = `/filings/${filing.id}/${id}`;

  await review(id);
  await deliver('Send back');
  // Without a word nobody knows what to correct.
  await expect.poll(() => staff!.page.getByLabel('A word to the tenant').getAttribute('aria-invalid')).toBe('true');
  await deliver('Send back', 'Say for how long the pictures stay.');
  await staff!.page.getByText('Sent back for correction').first().waitFor();

  await open(page, '/filings');
  await page.getByRole('link', { name: `“${name}”, version 1, wants correction` }).click();
  await page.waitForURL(`**${address}`);
  await page.getByText('Say for how long the pictures stay.').waitFor();
  await page.getByRole('button', { name: 'Text', exact: true }).click();
  await page.getByLabel('Text', { exact: true }).fill(`${TEXT}\nThe pictures are not kept.`);
  await page.getByRole('button', { name: 'Save and go on' }).click();
  // The words that were marked are still there, and so are their marks.
  await page.getByRole('region', { name: 'Marked' }).waitFor();
  expect(await page.getByRole('button', { name: 'Remove the mark' }).count()).toBe(3);
  await page.getByRole('button', { name: 'Check and hand in' }).click();
  await page.getByText('The pictures are not kept.').waitFor();
  await page.getByRole('button', { name: 'Hand in', exact: true }).click();
  await page.getByRole('button', { name: 'Withdraw', exact: true }).waitFor();

  await page.getByLabel('A word to the other side; both read it').fill('It goes live on Monday.');
  await page.getByRole('button', { name: 'Comment', exact: true }).click();
  await page.getByText('It goes live on Monday.').waitFor();
  await review(id);
  await staff!.page.getByText('It goes live on Monday.').waitFor();
  await staff!.page.getByLabel('A word to the other side; both read it').fill('You have the answer today.');
  await staff!.page.getByRole('button', { name: 'Comment', exact: true }).click();
  await staff!.page.locator('.fl-events').getByText('You have the answer today.').waitFor();
  await deliver('Accept');
  await staff!.page.getByText('Accepted for filing').first().waitFor();

  await reopen(page);
  const history = page.getByRole('list').filter({ hasText: 'Accepted for filing' });
  expect(await history.locator('b').allInnerTexts()).toEqual(['Handed in', 'Sent back for correction', 'Handed in', 'Comment', 'Comment', 'Accepted for filing']);
  await history.getByText('You have the answer today.').waitFor();
  expect([...owner!.complaints, ...staff!.complaints]).toEqual([]);
});

it('a text that is refused says why, and another version may begin with it', async () => {
  const { page } = owner!;
  const { id, filing } = await handIn(await callOf(owner!.context), name);
  await review(id);
  await deliver('Refuse', 'It is a text about prizes, not about freight.');
  await staff!.page.locator('.fl-events').getByText('Refused').waitFor();

  await open(page, `/filings/${filing.id}/${id}`);
  await page.getByText('It is a text about prizes, not about freight.').waitFor();
  expect(await page.getByRole('link', { name: 'Receipt' }).count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Withdraw', exact: true }).count()).toBe(0);
  await open(page, `/filings/${filing.id}`);
  await page.getByRole('button', { name: 'Write a new version' }).click();
  await page.getByRole('heading', { name: `Filing “${name}”, version 2` }).waitFor();
  await page.getByRole('button', { name: 'Text', exact: true }).click();
  expect(await page.getByLabel('Text', { exact: true }).inputValue()).toBe(TEXT);

  // What was never handed in may be thrown away; what was refused stays.
  await page.getByRole('button', { name: 'Discard' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
  await page.waitForURL('**/filings');
  const { versions } = await (await callOf(owner!.context))(api.filings.find, { params: { id: filing.id } });
  expect(versions.map(({ number, state }) => [number, state])).toEqual([[1, 'refused']]);
  expect([...owner!.complaints, ...staff!.complaints]).toEqual([]);
});

it('a text that waits is withdrawn with a reason, and nobody has to read it any more', async () => {
  const { page } = owner!;
  const { id, filing } = await handIn(await callOf(owner!.context), name);
  await open(page, `/filings/${filing.id}/${id}`);
  await page.getByRole('button', { name: 'Withdraw', exact: true }).click();
  await page.getByRole('dialog').getByLabel('Reason').fill('We found a slip');
  await page.getByRole('dialog').getByRole('button', { name: 'Withdraw it' }).click();
  await page.locator('.fl-events').getByText('We found a slip').waitFor();
  expect(await page.getByRole('button', { name: 'Withdraw', exact: true }).count()).toBe(0);
  await review(id);
  await staff!.page.locator('.fl-events').getByText('We found a slip').waitFor();
  expect(await staff!.page.getByRole('button', { name: 'Deliver' }).count()).toBe(0);
  expect([...owner!.complaints, ...staff!.complaints]).toEqual([]);
});

it('a version for another purpose asks people anew, is read beside the one before, and supersedes it', async () => {
  const { page } = owner!;
  const [call, provider] = [await callOf(owner!.context), await callOf(staff!.context)];
  const first = await handIn(call, name);
  const { id: filing } = first.filing;
  await provider(api.adminFilings.accept, { params: { version: first.id }, body: { text_sha256: first.text_sha256 } });
  const agreed = await call(api.authorizations.create, { body: { filing, subject: randomUUID(), media: ['web_operation'], given_at: new Date().toISOString(), commitment: 'ab'.repeat(32) } });

  await open(page, `/filings/${filing}`);
  await page.getByRole('button', { name: 'Write a new version' }).click();
  await page.getByRole('heading', { name: `Filing “${name}”, version 2` }).waitFor();
  await page.getByRole('button', { name: 'Basics' }).click();
  await page.getByLabel('Purpose').fill('Settling freight and finding lost parcels');
  await page.getByLabel('In effect from').fill('2026-01-01');
  await page.getByRole('button', { name: 'Save and go on' }).click();
  await page.getByText('people who agreed before have to agree anew').waitFor();
  await page.getByLabel('Text', { exact: true }).fill(TEXT.replace('your receipts', 'your receipts and parcels'));
  await page.getByRole('button', { name: 'Save and go on' }).click();
  await page.getByRole('region', { name: 'Found in the text' }).getByRole('button', { name: 'Mark all' }).click();
  await page.getByRole('region', { name: 'Found in the text' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Save and go on' }).click();
  await page.locator('input[type=file]').setInputFiles({ name: 'page-2.png', mimeType: 'image/png', buffer: picture });
  await page.getByRole('link', { name: 'page-2.png' }).waitFor();
  await page.getByRole('button', { name: 'Save and go on' }).click();
  await page.getByRole('button', { name: 'Hand in', exact: true }).click();
  await page.getByRole('button', { name: 'Withdraw', exact: true }).waitFor();

  await review(page.url().split('/').at(-1)!, '&view=difference');
  const desk = staff!.page;
  expect(await desk.locator('.fl-diff ins').allInnerTexts()).toEqual(['and parcels ']);
  await desk.getByText('Besides the text, these differ from version 1, the one accepted before: Purpose.').waitFor();
  await desk.getByText('people who agreed before have to agree anew').waitFor();
  await desk.setViewportSize({ width: 375, height: 812 });
  expect(await sideways(desk)).toBeLessThanOrEqual(0);
  await desk.setViewportSize({ width: 1440, height: 900 });
  await deliver('Accept');
  await desk.getByText('Accepted for filing').first().waitFor();

  await open(page, `/filings/${filing}`);
  const row = (version: string) => page.getByRole('row').filter({ hasText: version });
  await row('Version 1').getByText('Superseded').waitFor();
  await row('Version 2').getByText('Accepted', { exact: true }).waitFor();
  await row('Version 2').getByRole('link').click();
  await page.getByRole('button', { name: 'Withdraw', exact: true }).waitFor();
  const read = async (): Promise<unknown> => {
    const declared = encodeURIComponent(JSON.stringify({ filing, authorization: agreed.id, categories: ['name'] }));
    const answer = await fetch(`${product().api}/v1/recognitions?languages=en&personal_information=${declared}`, { method: 'POST', headers: { authorization: `Bearer ${product().apiKey}`, 'content-type': 'image/png' }, body: new Uint8Array(sampleBytes('invoice-en.png')) });
    return ((await answer.json()) as { code: string }).code;
  };
  expect(await read()).toBe('consent.authorization_superseded');

  await page.getByRole('button', { name: 'Withdraw', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Withdraw it' }).click();
  await dialog.getByText('Give a reason.').waitFor();
  await dialog.getByLabel('Reason').fill('The service ended');
  await dialog.getByRole('button', { name: 'Withdraw it' }).click();
  await page.locator('.fl-events').getByText('The service ended').waitFor();
  expect(await read()).toBe('consent.withdrawn');
  expect([...owner!.complaints, ...staff!.complaints]).toEqual([]);
});

it('staff export a day of a filing only with a reason, which the tenant finds in its log', async () => {
  const [call, provider] = [await callOf(owner!.context), await callOf(staff!.context)];
  const { id, text_sha256 } = await handIn(call, name);
  await provider(api.adminFilings.accept, { params: { version: id }, body: { text_sha256 } });
  await review(id);
  const { page } = staff!;
  const taking = page.getByRole('button', { name: 'Export the day' });
  await taking.click();
  // The browser itself asks for what is missing, and nothing is fetched.
  expect(await page.getByLabel('Why').evaluate((field: HTMLInputElement) => field.validity.valueMissing)).toBe(true);
  const reason = `Question of an authority ${randomUUID()}`;
  await page.getByLabel('Why').fill(reason);
  const [download] = await Promise.all([page.waitForEvent('download'), taking.click()]);
  expect(download.suggestedFilename()).toMatch(/\.zip$/);
  await open(owner!.page, '/audit');
  await owner!.page.getByText(reason).first().waitFor();
  expect([...owner!.complaints, ...staff!.complaints]).toEqual([]);
});
