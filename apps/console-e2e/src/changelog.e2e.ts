import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hydrated, open, openBrowser, product, reopen, sideways, visit } from './browser.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const CALL = 'GET /v1/deprecations';
/** As `datetime-local` takes it. */
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 16);

it('the end of a call is published half a year before, stands on its answers at once, and is taken back', async () => {
  const { api, apiKey } = product();
  const title = `One list for all changes ${randomUUID().slice(0, 8)}`;
  const made = () => fetch(`${api}/v1/deprecations`, { headers: { authorization: `Bearer ${apiKey}` } });
  expect((await made()).headers.get('sunset')).toBeNull();
  const staff = await visit(browser, { as: 'admin' });
  const desk = staff.page;
  await open(desk, '/admin/changelog');
  await desk.getByRole('button', { name: 'Draft an entry' }).click();
  const dialog = desk.getByRole('dialog');
  await dialog.getByLabel('What it is').selectOption('deprecated');
  await dialog.getByLabel('Title in English').fill(title);
  await dialog.getByLabel('Title in Chinese').fill(title);
  await dialog.getByLabel('Words in English').fill('The changelog says it all.');
  await dialog.getByLabel('Words in Chinese').fill('见变更日志。');
  await dialog.getByLabel('Calls it is about').fill(CALL);
  await dialog.getByLabel('Discouraged from').fill(inDays(0));
  await dialog.getByLabel('Ends').fill(inDays(30));
  await dialog.getByLabel('Call instead').fill('GET /v1/changelog');
  await dialog.getByRole('button', { name: 'Draft an entry' }).click();
  await desk.getByRole('link', { name: title }).click();
  await desk.getByRole('heading', { name: title }).waitFor();
  await hydrated(desk);
  await desk.getByRole('button', { name: 'Publish' }).click();
  await dialog.getByRole('button', { name: 'Publish' }).click();
  await dialog.getByText('The entry breaks a rule of the changelog').waitFor();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await desk.getByRole('button', { name: 'Write anew' }).click();
  await dialog.getByLabel('Ends').fill(inDays(200));
  await dialog.getByRole('button', { name: 'Write anew' }).click();
  await dialog.waitFor({ state: 'detached' });
  await desk.getByRole('button', { name: 'Publish' }).click();
  await dialog.getByRole('button', { name: 'Publish' }).click();
  await desk.getByRole('button', { name: 'Take back' }).waitFor();
  const id = desk.url().split('/').at(-1)!;

  await expect.poll(async () => (await made()).headers.get('sunset')).toMatch(/ GMT$/);
  const { headers } = await made();
  expect(headers.get('deprecation')).toMatch(/^@\d+$/);
  expect(headers.get('link')).toContain(`/changelog/${id}>; rel="deprecation"`);
  const member = await visit(browser, { as: 'demo', width: 375 });
  await open(member.page, '/deprecations');
  await member.page.getByText(title).waitFor();
  // What was called is added up every few seconds.
  await expect.poll(() => reopen(member.page).then(() => member.page.getByText('You still call it').count()), { timeout: 15_000 }).toBe(1);
  expect(await sideways(member.page)).toBeLessThanOrEqual(0);
  await member.page.getByRole('link', { name: title }).click();
  await member.page.getByText('The changelog says it all.').waitFor();
  expect(await sideways(member.page)).toBeLessThanOrEqual(0);

  await desk.getByRole('button', { name: 'Take back' }).click();
  await dialog.getByLabel('Why, in Chinese').fill('仍有人使用。');
  await dialog.getByLabel('Why, in English').fill('It is still of use.');
  await dialog.getByRole('button', { name: 'Take back' }).click();
  await desk.getByText('It is still of use.').waitFor();
  await expect.poll(async () => (await made()).headers.get('sunset')).toBeNull();
  expect([...member.complaints, ...staff.complaints.filter((said) => !said.includes('422'))]).toEqual([]);
  await Promise.all([member.context.close(), staff.context.close()]);
});
