import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anotherOfStaff, chooseTenant, open, openBrowser, product, reopen, sampleBytes, sideways, visit } from './browser.js';

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
  await open(provider.page, '/admin/retention');
  await provider.page.getByRole('button', { name: 'Place a hold' }).click();
  const placing = provider.page.getByRole('dialog');
  await chooseTenant(placing, await tenantOfDemo());
  await placing.getByLabel('Ids of the things').fill(held);
  await placing.getByLabel('Case or letter').fill('Case 0042');
  await placing.getByLabel('Reason').fill('An arbitration asked for it.');
  await placing.getByRole('button', { name: 'Place a hold' }).click();
  await provider.page.getByText('Case 0042').waitFor();

  const { page, complaints, context } = await visit(browser, { as: 'demo' });
  await open(page, '/retention');
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
  await open(page, '/retention');
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
  await open(page, `/recognitions/${id}`);
  await page.getByRole('button', { name: 'Erase', exact: true }).click();
  await confirm(page, 'Erase for good');
  await page.waitForURL(/\/recognitions$/);
  expect((await context.request.get(`/v1/recognitions/${id}`)).status()).toBe(410);
  await context.close();
});

it('a hold is widened, two people lift it, and the sweep then erases what was due and leaves a certificate', async () => {
  const [maker, member] = await Promise.all([visit(browser, { as: 'admin' }), visit(browser, { as: 'demo' })]);
  const approver = await anotherOfStaff(browser, maker, 'compliance');
  const [subject, letter, evidence] = [`customer ${randomUUID()}`, `Letter ${randomUUID().slice(0, 8)}`, `Case ${randomUUID().slice(0, 8)}`];
  const { page } = maker;
  const dialog = page.getByRole('dialog');
  const place = async (scope: string, reference: string, what: [label: string, value: string]) => {
    await page.getByRole('button', { name: 'Place a hold' }).click();
    await chooseTenant(dialog, await tenantOfDemo());
    await dialog.getByLabel('Covers').selectOption({ label: scope });
    await dialog.getByLabel(what[0]).fill(what[1]);
    await dialog.getByLabel('Case or letter').fill(reference);
    await dialog.getByLabel('Reason').fill('A court asked for it.');
    await dialog.getByRole('button', { name: 'Place a hold' }).click();
    await row(reference).getByText('Held', { exact: true }).waitFor();
  };
  const row = (reference: string) => page.getByRole('row').filter({ hasText: reference });
  await open(page, '/admin/retention');
  await place('Everything of one person', letter, ["The tenant's reference for the person", subject]);
  await place('Evidence of a case', evidence, ['Ids of the things', held]);

  // Its six months were over long ago, so that only the holds keep it.
  const { items: filings } = (await (await member.context.request.get('/v1/consent-filings')).json()) as { items: { id: string }[] };
  const recorded = await member.context.request.post('/v1/authorizations', { data: { filing: filings.at(-1)!.id, subject, media: ['web_operation'], given_at: '2024-01-05T00:00:00Z', expires_at: '2024-02-05T00:00:00Z', commitment: 'ab'.repeat(32) } });
  expect(recorded.status()).toBe(201);
  const { id } = (await recorded.json()) as { id: string };

  await row(evidence).getByRole('button', { name: 'Add' }).click();
  await dialog.getByLabel('Ids of the things').fill('aut_7');
  await dialog.getByRole('button', { name: 'Add' }).click();
  await dialog.getByText('Whole ids only').waitFor();
  await dialog.getByLabel('Ids of the things').fill(id);
  await dialog.getByRole('button', { name: 'Add' }).click();
  await row(evidence).getByText('2 things of evidence').waitFor();

  await reopen(page);
  await page.getByRole('tab', { name: 'Sweeps' }).click();
  const due = page.getByRole('row', { name: /Authorisations of people/ }).filter({ hasText: '2024-08-06' });
  expect(await due.getByRole('cell').allTextContents()).toEqual(['Authorisations of people', '2024-08-06 00:00', '1', '1', '1']);

  for (const reference of [letter, evidence]) {
    await page.getByRole('tab', { name: 'Legal holds' }).click();
    await row(reference).getByRole('button', { name: 'Ask to lift' }).click();
    await dialog.getByLabel('Reason').fill(`Nobody asks for it any more: ${reference}`);
    await dialog.getByRole('button', { name: 'Ask to lift' }).click();
    await row(reference).getByText('Lifting awaits approval').waitFor();
    await open(page, '/admin/approvals');
    const own = page.getByRole('article').filter({ hasText: reference });
    await own.getByText('another person decides it').waitFor();
    expect(await own.getByRole('button', { name: 'Approve' }).count()).toBe(0);
    expect((await member.context.request.get(`/v1/authorizations/${id}`)).status()).toBe(200);
    await open(approver.page, '/admin/approvals');
    const request = approver.page.getByRole('article').filter({ hasText: reference });
    await request.getByRole('button', { name: 'Approve' }).click();
    await request.waitFor({ state: 'detached' });
    await open(page, '/admin/retention');
    await row(reference).getByText('Lifted').waitFor();
  }

  await expect.poll(async () => (await member.context.request.get(`/v1/authorizations/${id}`)).status(), { timeout: 120_000, interval: 1_000 }).toBe(404);
  await open(member.page, '/retention?origin=expiry');
  const gone = member.page.getByRole('row', { name: /What had expired/ }).first();
  await gone.getByText('1 of 1 erased').waitFor();
  const [download] = await Promise.all([member.page.waitForEvent('download'), gone.getByRole('link', { name: /as JSON/ }).click({ timeout: 30_000 })]);
  const { certificate } = JSON.parse(readFileSync(await download.path(), 'utf8')) as { certificate: object };
  expect(certificate).toMatchObject({ deletion: { origin: 'expiry' }, erased: { count: 1, by_class: [{ record_class: 'authorisation_material', count: 1 }] }, verification: { rows_left: 0, keys_left: 0, blobs_left: 0 } });
  await reopen(page);
  await page.getByRole('tab', { name: 'Sweeps' }).click();
  await page.getByRole('row').filter({ hasText: 'Authorisations of people 1' }).first().getByText('Ended').waitFor();
  await page.setViewportSize({ width: 375, height: 812 });
  expect(await sideways(page)).toBeLessThanOrEqual(0);
  expect([...maker.complaints, ...approver.complaints, ...member.complaints]).toEqual([]);
  await Promise.all([maker, approver, member].map(({ context }) => context.close()));
}, 240_000);

it.each([
  { as: 'demo', address: '/retention', recordClass: 'Access log', why: 'Reason', months: '9', shown: '9 calendar months' },
  { as: 'admin', address: '/admin/retention', recordClass: 'Inspections', why: 'Clause or article', months: '48', shown: '48 calendar months' },
] as const)('$as makes a period longer, and nobody makes it shorter', async ({ as, address, recordClass, why, months, shown }) => {
  const { page, context, complaints } = await visit(browser, { as });
  await open(page, address);
  await page.getByRole('tab', { name: 'Periods' }).click();
  const dialog = page.getByRole('dialog');
  const lengthen = async (asked: string) => {
    await dialog.getByLabel('Calendar months to keep them').fill(asked);
    await dialog.getByRole('button', { name: 'Lengthen' }).click();
  };
  await page.getByRole('button', { name: 'Lengthen' }).click();
  await dialog.getByLabel('Class').selectOption({ label: recordClass });
  await dialog.getByLabel(why).fill('Our auditors ask for it');
  await lengthen('0');
  await dialog.getByText('A whole number from 1 to 240.').waitFor();
  await lengthen(months);
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('row').filter({ hasText: recordClass }).filter({ hasText: shown }).first().waitFor();

  await page.getByRole('button', { name: 'Lengthen' }).click();
  await dialog.getByLabel('Class').selectOption({ label: recordClass });
  await dialog.getByLabel(why).fill('It is costly');
  await lengthen('8');
  await dialog.getByRole('alert').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('row').filter({ hasText: recordClass }).filter({ hasText: shown }).first().waitFor();
  expect(complaints.filter((said) => !/40[09]|422/.test(said))).toEqual([]);
  await context.close();
});
