import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { open, openBrowser, sideways } from './browser.js';
import { openOwnInstall, type OwnInstall } from './own-install.js';

let browser: Browser;
let install: OwnInstall;
beforeAll(async () => {
  browser = await openBrowser();
  install = await openOwnInstall(browser);
  // Days go by at no console, so what they bring is written down.
  await install.owner.query(
    `INSERT INTO expiry (id, tenant_id, kind, version_id, day, count, due_at, told_at, escalated_at)
     SELECT 'exp_' || lpad(n::text, 26, '0'), v.tenant_id, 'results', v.id, '2026-10-01'::date + n, 100 + n, '2026-11-01T16:00:00Z', clock_timestamp(), CASE WHEN n = 1 THEN clock_timestamp() END
     FROM filing_version v CROSS JOIN generate_series(1, 3) n WHERE v.accepted_at IS NOT NULL`,
  );
});
afterAll(async () => {
  await browser.close();
  await install.close();
});

it('the provider sees who is late; the tenant attests one day by law and the others as deleted, and both sides read who said so', async () => {
  const provider = await install.signedIn('admin');
  await open(provider.page, '/admin/attestations');
  const row = provider.page.getByRole('row').nth(1);
  expect((await row.getByRole('cell').allInnerTexts()).slice(1)).toEqual(['2026-11-01', '306', '3', '1']);

  const tenant = await install.signedIn('demo', 375);
  await open(tenant.page, '/filings');
  await tenant.page.getByRole('link', { name: /3 items of copies on your side/ }).click();
  await tenant.page.getByRole('heading', { name: 'Attestations' }).waitFor();
  expect(await sideways(tenant.page)).toBe(0);
  await tenant.page.getByRole('row', { name: /101/ }).getByRole('button', { name: 'Attest' }).click();
  const question = tenant.page.getByRole('dialog');
  await question.getByLabel('A law asks us to keep them').check();
  await question.getByRole('button', { name: 'Attest' }).click();
  await question.getByText('Say which law asks for it.').waitFor();
  await question.getByLabel('Which law, and for how long').fill('Anti-Money Laundering Law, art. 34');
  await question.getByRole('button', { name: 'Attest' }).click();
  await tenant.page.getByRole('row', { name: /101/ }).waitFor({ state: 'detached' });
  await tenant.page.getByRole('button', { name: 'Attest the 2 shown' }).click();
  await question.getByRole('button', { name: 'Attest' }).click();
  await tenant.page.getByText('Nothing is open').waitFor();
  await tenant.page.getByRole('link', { name: 'Attested' }).click();
  await tenant.page.getByText('Anti-Money Laundering Law, art. 34').waitFor();

  await row.getByRole('link').click();
  await provider.page.getByRole('link', { name: 'Attested' }).click();
  await provider.page.getByText('Kept by law').waitFor();
  expect(await provider.page.getByText('Deleted', { exact: true }).count()).toBe(2);
});
