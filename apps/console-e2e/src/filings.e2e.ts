import { drawPage } from '@inkproof/drawn-pages';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser, visit } from './browser.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const NAME = `Delivery receipts ${Date.now()}`;
const TEXT = 'We process the following information: your name and phone number.\nYou agree that pictures of your receipts are passed to Inkproof for text recognition.\nYou agree that the results are returned to us.';
const picture = { name: 'page.png', mimeType: 'image/png', buffer: Buffer.from(drawPage({ lines: ['CONSENT'], widthPx: 240, fontPx: 28 })) };

it('an owner writes a filing step by step, marks what it states and hands it in; staff accept it; the receipt is there', async () => {
  const owner = await visit(browser, { as: 'demo' });
  const { page } = owner;
  await page.goto('/filings');
  await page.getByRole('button', { name: 'New filing' }).first().click();
  await page.getByRole('dialog').getByLabel('Name').fill(NAME);
  await page.getByRole('button', { name: 'Begin', exact: true }).click();

  await page.getByLabel('Who processes').fill('Demo');
  await page.getByLabel('Contact').fill('privacy@demo.example');
  await page.getByLabel('Purpose').fill('Settling freight');
  await page.getByLabel('Method').fill('Reading the words in pictures');
  await page.getByLabel('How people exercise their rights').fill('Write to privacy@demo.example');
  await page.getByLabel('Language').selectOption('en');
  await page.getByLabel('Days kept').fill('30');
  await page.getByLabel('In effect from').fill('2026-01-01');
  await page.getByRole('button', { name: 'Save and go on' }).click();

  await page.getByLabel('Text', { exact: true }).fill(TEXT);
  await page.getByRole('button', { name: 'Save and go on' }).click();

  // What was found is taken over, one is removed and marked by hand: select, then the letter.
  await page.getByRole('button', { name: 'Mark all' }).click();
  await page.getByRole('button', { name: 'Remove the mark' }).last().click();
  await expect.poll(() => page.locator('.rtext .mk-c').count()).toBe(0);
  await page.locator('.rtext p').last().selectText();
  await page.keyboard.press('c');
  await page.locator('.rtext .mk-c').first().waitFor();
  await page.getByRole('button', { name: 'Save and go on' }).click();

  await page.getByLabel('Act on a web page').check();
  await page.getByLabel('Knowing the person').fill('A verified number');
  await page.getByLabel('Name', { exact: true }).check();
  await page.getByLabel('Phone number').check();
  await page.locator('input[type=file]').setInputFiles(picture);
  await page.getByRole('link', { name: 'page.png' }).waitFor();
  await page.getByRole('button', { name: 'Save and go on' }).click();
  await page.getByText('All present').waitFor();
  await page.getByRole('button', { name: 'Hand in', exact: true }).click();
  await page.getByRole('button', { name: 'Withdraw', exact: true }).waitFor();
  const address = page.url();

  const staff = await visit(browser, { as: 'admin' });
  await staff.page.goto(`/admin/filings/${address.split('/').at(-1)}?state=submitted`);
  await staff.page.getByRole('heading', { level: 1, name: `${NAME}, version 1` }).waitFor();
  await staff.page.getByRole('button', { name: 'Deliver' }).click();
  await staff.page.getByText('Accepted for filing').first().waitFor();

  await page.reload();
  const [receipt] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Receipt', exact: true }).click()]);
  expect(receipt.suggestedFilename()).toBe(`${NAME} v1.pdf`);
  expect([owner.complaints, staff.complaints]).toEqual([[], []]);
  await Promise.all([owner.context.close(), staff.context.close()]);
});
