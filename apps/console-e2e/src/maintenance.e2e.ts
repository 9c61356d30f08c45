import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anotherOfStaff, hydrated, open, openBrowser, sideways, visit } from './browser.js';

const HOUR_MS = 3_600_000;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** As `datetime-local` takes it, on the clock of Shanghai. */
const inHours = (hours: number): string => new Date(Date.now() + (hours + 8) * HOUR_MS).toISOString().slice(0, 16);

it('a window is drafted with a preview, announced by a second person, seen above every page, and called off', async () => {
  const [staff, member] = await Promise.all([visit(browser, { as: 'admin' }), visit(browser, { as: 'demo', width: 375 })]);
  const second = await anotherOfStaff(browser, staff, 'operator');
  const title = `New disks ${randomUUID().slice(0, 8)}`;
  const { page } = staff;
  await open(page, '/admin/maintenance');
  await page.getByRole('button', { name: 'Draft a window' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Title in English').fill(title);
  await dialog.getByLabel('Title in Chinese').fill(title);
  await dialog.getByLabel('Words in English').fill('Mail is slower meanwhile.');
  await dialog.getByLabel('Words in Chinese').fill('期间邮件发送较慢。');
  await dialog.getByLabel('Start', { exact: true }).fill(inHours(10));
  await dialog.getByLabel('End', { exact: true }).fill(inHours(12));
  await dialog.getByLabel('Rollback plan').fill('Put the old disks back.');
  await dialog.getByRole('button', { name: 'Draft a window' }).click();
  await dialog.getByText('Name a part of the service').waitFor();
  await dialog.getByLabel('Mail', { exact: true }).selectOption('degraded');
  await dialog.getByRole('button', { name: 'Draft a window' }).click();
  await page.getByRole('link', { name: title }).click();

  // Ten hours before, it needs a reason, and there will be no word of the day before.
  await page.getByText('To be announced now it needs a reason').waitFor();
  await page.getByText('An hour before', { exact: true }).waitFor();
  expect(await page.getByText('24 hours before', { exact: true }).count()).toBe(0);
  await page.getByRole('link', { name: 'Exactly who is told, and how' }).click();
  await page.getByRole('heading', { name: 'Who is told, and how' }).waitFor();
  await page.getByText('Once it is announced').waitFor();
  await hydrated(page);
  await page.getByRole('searchbox').fill('no tenant has this name');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByText('No tenant that it concerns has this in its name').waitFor();
  const file = page.waitForEvent('download');
  await open(page, page.url().replace(/search=[^&]*/, ''));
  await page.getByRole('link', { name: 'Export CSV' }).click();
  expect((await file).suggestedFilename()).toMatch(/^inkproof-recipients-mnt_.*\.csv$/);
  await page.getByRole('link', { name: title }).click();
  await page.getByRole('button', { name: 'Edit' }).waitFor();
  await hydrated(page);
  await page.getByRole('button', { name: 'Edit' }).click();
  await dialog.getByLabel('Reason').fill('A disk reports errors.');
  await dialog.getByRole('button', { name: 'Edit' }).click();
  await page.getByText('less than 72 hours ahead').waitFor();
  await page.getByRole('button', { name: 'Ask for a second person' }).click();
  await dialog.getByRole('button', { name: 'Ask for a second person' }).click();
  await page.getByRole('link', { name: 'To the approvals' }).waitFor();
  const { pathname } = new URL(page.url());

  await open(member.page, '/maintenance');
  expect(await member.page.getByText(title).count()).toBe(0);
  await open(second.page, '/admin/approvals');
  const request = second.page.getByRole('article').filter({ hasText: title });
  await request.getByRole('button', { name: 'Approve' }).click();
  await request.waitFor({ state: 'detached' });

  await open(member.page, '/overview');
  const strip = member.page.getByRole('status').filter({ hasText: title }).filter({ hasText: 'Maintenance ahead' });
  await strip.getByRole('link', { name: 'What it means' }).click();
  await member.page.getByRole('heading', { name: title }).waitFor();
  await member.page.getByText('A disk reports errors.').waitFor();
  expect(await member.page.getByText('Put the old disks back.').count()).toBe(0);
  expect(await sideways(member.page)).toBeLessThanOrEqual(0);

  // A longer window waits for another person, beside what is in force; whoever asked does not decide.
  await page.getByText('Announced', { exact: true }).first().waitFor();
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  await dialog.getByLabel('End', { exact: true }).fill(inHours(13));
  await dialog.getByRole('button', { name: 'Change', exact: true }).click();
  await page.getByRole('heading', { name: 'A change waits for a second person' }).waitFor();
  await page.getByText('You made or edited this request').waitFor();
  await open(second.page, '/admin/maintenance');
  await second.page.getByRole('row').filter({ hasText: title }).getByText('Change waits').waitFor();
  await open(second.page, pathname);
  const change = second.page.getByRole('article').filter({ hasText: 'Change announced maintenance' });
  expect(await sideways(second.page)).toBeLessThanOrEqual(0);
  expect(await second.page.getByText('Changed and told', { exact: true }).count()).toBe(0);
  await change.getByRole('button', { name: 'Approve' }).click();
  await change.waitFor({ state: 'detached' });
  await second.page.getByText('Changed and told', { exact: true }).waitFor();

  await page.getByRole('button', { name: 'Cancel it' }).click();
  await dialog.getByRole('button', { name: 'Cancel it' }).click();
  await dialog.getByText('Fill this in.').waitFor();
  await dialog.getByRole('textbox').fill('The disk was only loose.');
  await dialog.getByRole('button', { name: 'Cancel it' }).click();
  await page.getByText('The disk was only loose.').waitFor();
  await member.page.getByText('Cancelled', { exact: true }).first().waitFor();
  await open(member.page, '/maintenance?show=standing');
  expect(await strip.count()).toBe(0);
  expect(await member.page.getByRole('link', { name: title }).count()).toBe(0);

  await page.setViewportSize({ width: 375, height: 812 });
  for (const address of [pathname, '/admin/maintenance']) {
    await open(page, address);
    expect(await sideways(page)).toBeLessThanOrEqual(0);
  }
  expect([...staff.complaints, ...member.complaints, ...second.complaints]).toEqual([]);
  await Promise.all([staff, member, second].map(({ context }) => context.close()));
}, 180_000);
