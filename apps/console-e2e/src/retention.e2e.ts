import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { chooseTenant, openBrowser, product, sampleBytes, visit } from './browser.js';

let browser: Browser;
let held: string;

const recognise = async (tag: string): Promise<string> => {
  const { api, apiKey } = product();
  const answer = await fetch(`${api}/v1/recognitions?languages=en&retention=result&tag=${tag}`, { method: 'POST', headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'image/png' }, body: new Uint8Array(sampleBytes('invoice-en.png')) });
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { id: string }).id;
};

/** Other journeys found tenants too. */
const tenantOfDemo = async (): Promise<string> => {
  const { context } = await visit(browser, { as: 'demo' });
  const { tenant } = (await (await context.request.get('/v1/session')).json()) as { tenant: { id: string } };
  await context.close();
  return tenant.id;
};

const confirm = async (page: Page, act: string): Promise<void> => {
  const question = page.getByRole('alertdialog');
  await question.getByRole('textbox').fill(await question.locator('label b').innerText());
  await question.getByRole('button', { name: act }).click();
};

beforeAll(async () => {
  browser = await openBrowser();
  [held] = [await recognise('to-go'), await recognise('to-go')];
});
afterAll(() => browser.close());

it('the provider holds a thing, the tenant erases what may go, and has a certificate of it', async () => {
  const provider = await visit(browser, { as: 'admin' });
  await provider.page.goto('/admin/retention', { waitUntil: 'networkidle' });
  await provider.page.getByRole('button', { name: 'Place a hold' }).click();
  const placing = provider.page.getByRole('dialog');
  await chooseTenant(placing, await tenantOfDemo());
  await placing.getByLabel('Ids of the things').fill(held);
  await placing.getByLabel('Case or letter').fill('Case 0042');
  await placing.getByLabel('Reason').fill('An arbitration asked for it.');
  await placing.getByRole('button', { name: 'Place a hold' }).click();
  await provider.page.getByText('Case 0042').waitFor();

  const { page, complaints, context } = await visit(browser, { as: 'demo' });
  await page.goto('/retention', { waitUntil: 'networkidle' });
  await page.getByLabel('Tag', { exact: true }).fill('to-go');
  await page.getByRole('button', { name: 'See what would go' }).click();
  await page.getByRole('heading', { name: 'Erase 1 thing; this cannot be undone' }).waitFor();
  await page.getByText('Under a legal hold').waitFor();
  expect(await page.getByRole('button', { name: 'Erase for good' }).getAttribute('aria-disabled')).toBe('true');
  await confirm(page, 'Erase for good');
  const row = page.getByRole('row', { name: /Tag “to-go”/ });
  await row.getByText('1 of 2 erased').waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), row.getByRole('link', { name: /as JSON/ }).click({ timeout: 30_000 })]);
  const { certificate } = JSON.parse(readFileSync(await download.path(), 'utf8')) as { certificate: { erased: { count: number }; excluded: { held: number }; irreversible: string } };
  expect(certificate).toMatchObject({ erased: { count: 1 }, excluded: { held: 1 }, irreversible: '无法复原' });
  expect(complaints).toEqual([]);
  await Promise.all([context.close(), provider.context.close()]);
});

it('everything of a tenant waits for days, in which it can be cancelled', async () => {
  await recognise('stays');
  const { page, context } = await visit(browser, { as: 'demo' });
  await page.goto('/retention', { waitUntil: 'networkidle' });
  await page.getByLabel('Select by').selectOption('tenant');
  await page.getByRole('button', { name: 'See what would go' }).click();
  await page.getByRole('alertdialog').waitFor();
  await confirm(page, 'Erase for good');
  await page.getByRole('button', { name: 'Cancel deletion' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel deletion' }).click();
  await page.getByRole('row', { name: /Everything that may go/ }).getByText('Cancelled').waitFor();
  await context.close();
});

it('a recognition is erased on its own page', async () => {
  const id = await recognise('single');
  const { page, context } = await visit(browser, { as: 'demo' });
  await page.goto(`/recognitions/${id}`);
  await page.getByRole('button', { name: 'Erase', exact: true }).click();
  await confirm(page, 'Erase for good');
  await page.waitForURL(/\/recognitions$/);
  expect((await context.request.get(`/v1/recognitions/${id}`)).status()).toBe(410);
  await context.close();
});
