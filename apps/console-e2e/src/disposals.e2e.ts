import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anotherOfStaff, hydrated, open, openBrowser, sampleBytes, sideways, visit } from './browser.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

it('a shredded disk is entered with a photograph, is witnessed by another than whoever entered it, and certified then', async () => {
  const first = await visit(browser, { as: 'admin' });
  const { page, context, complaints } = first;
  await open(page, '/admin/disposals');
  await page.getByRole('link', { name: 'Enter a medium' }).click();
  await page.waitForURL(/\/admin\/disposals\/new/);
  await hydrated(page);
  await page.getByRole('button', { name: 'Enter it' }).click();
  await page.getByText('Fill this in.').waitFor();

  // What cannot be done to such a medium is not offered.
  await page.getByLabel('Medium').selectOption({ label: 'Optical disc' });
  expect(await page.getByLabel('Method').locator('option').allInnerTexts()).toEqual(['Destroy']);
  await page.getByLabel('Medium').selectOption({ label: 'Hard disk' });
  await page.getByLabel('Make and model').fill('Seagate ST4000NM0035');
  await page.getByLabel('Serial number').fill('ZC1A93XY');
  await page.getByLabel('Used at').fill('storage-2, bay 7');
  await page.getByLabel('Done', { exact: true }).fill('2026-11-20T15:30');
  await page.getByLabel('Results and files of recognitions').check();
  await page.getByLabel('Why it left service').fill('Reallocated sectors');
  await page.getByLabel('What was found').fill('Pieces under 6 mm');
  await page.locator('input[type=file]').setInputFiles({ name: 'shreds.png', mimeType: 'image/png', buffer: sampleBytes('invoice-en.png') });
  await page.getByText('shreds.png').waitFor();
  await page.getByRole('button', { name: 'Enter it' }).click();
  await page.waitForURL(/\/admin\/disposals\/mdp_/);
  await page.getByText('It waits for somebody who saw it').waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Fetch' }).click()]);
  expect(download.suggestedFilename()).toBe('shreds.png');

  await open(page, '/admin/approvals');
  const request = page.getByRole('article', { name: 'Witness the disposal of a medium' });
  await request.getByText('Shredded').waitFor();
  await request.getByText('another person decides it').waitFor();
  expect(await request.getByRole('button', { name: 'Approve' }).count()).toBe(0);

  await page.setViewportSize({ width: 375, height: 812 });
  await open(page, '/admin/disposals');
  await page.getByRole('row', { name: /Seagate/ }).getByText('Waits for a witness').waitFor();
  expect(await sideways(page)).toBeLessThanOrEqual(0);
  expect(await page.getByRole('link', { name: /^Certificate/ }).count()).toBe(0);

  const witness = await anotherOfStaff(browser, first, 'operator');
  await open(witness.page, '/admin/approvals');
  await witness.page.getByRole('article', { name: 'Witness the disposal of a medium' }).getByRole('button', { name: 'Approve' }).click();
  await witness.page.getByRole('article', { name: 'Witness the disposal of a medium' }).waitFor({ state: 'detached' });
  await page.setViewportSize({ width: 1440, height: 900 });
  await open(page, '/admin/disposals');
  const row = page.getByRole('row', { name: /Seagate/ });
  await row.getByText('Witnessed', { exact: true }).waitFor();
  const [certificate] = await Promise.all([page.waitForEvent('download'), row.getByRole('link', { name: /JSON/ }).click()]);
  expect(JSON.parse(readFileSync(await certificate.path(), 'utf8'))).toMatchObject({ certificate: { disposal: { serial: 'ZC1A93XY', technique: 'shred' } } });
  expect([...complaints, ...witness.complaints]).toEqual([]);
  await Promise.all([context.close(), witness.context.close()]);
});
