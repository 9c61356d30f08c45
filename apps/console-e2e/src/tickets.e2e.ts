import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser, sideways, visit } from './browser.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

it('a tenant writes on a phone, the desk answers, and neither has to load a page again', async () => {
  const subject = `Jobs wait ${randomUUID().slice(0, 8)}`;
  const member = await visit(browser, { as: 'demo', width: 375 });
  const staff = await visit(browser, { as: 'admin' });
  await member.page.goto('/tickets', { waitUntil: 'networkidle' });
  await member.page.getByRole('button', { name: 'Open a ticket' }).click();
  const dialog = member.page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Open a ticket' }).click();
  await dialog.getByText('Say in a few words what it is about.').waitFor();
  await dialog.getByLabel('Subject').fill(subject);
  await dialog.getByLabel('What happened').fill('Since noon all of them are queued.');
  await dialog.getByLabel('Priority').selectOption('p2');
  await dialog.getByRole('button', { name: 'Open a ticket' }).click();
  await member.page.getByRole('link', { name: subject }).click();
  await member.page.getByText('Since noon all of them are queued.').waitFor();
  expect(await sideways(member.page)).toBeLessThanOrEqual(0);

  const desk = staff.page;
  await desk.goto('/admin/tickets', { waitUntil: 'networkidle' });
  await desk.getByRole('link', { name: subject }).click();
  await desk.getByRole('heading', { name: subject }).waitFor();
  await desk.getByRole('button', { name: 'Note' }).click();
  await desk.getByRole('textbox', { name: 'Note' }).fill('Node 2 keeps its lease.');
  await desk.getByRole('button', { name: 'Send' }).click();
  await desk.getByText('Staff only').waitFor();
  await desk.getByRole('button', { name: 'Reply' }).click();
  await desk.getByRole('textbox', { name: 'Reply' }).fill('Which job is it?');
  await desk.getByLabel('Afterwards').selectOption('waiting_tenant');
  await desk.getByRole('button', { name: 'Send' }).click();
  await desk.getByText('First response after').waitFor();

  await member.page.getByText('Which job is it?').waitFor();
  await member.page.getByText('Your turn').waitFor();
  expect(await member.page.content()).not.toContain('keeps its lease');
  await member.page.getByRole('textbox', { name: 'Write' }).fill('All since job 7.');
  await member.page.getByRole('button', { name: 'Send' }).click();
  await desk.getByText('All since job 7.').waitFor();
  await desk.getByRole('textbox', { name: 'Reply' }).fill('All are read now.');
  await desk.getByLabel('Afterwards').selectOption('resolved');
  await desk.getByRole('button', { name: 'Send' }).click();
  await member.page.getByRole('button', { name: '5 of 5' }).click();
  await member.page.getByText('You gave 5 of 5').waitFor();
  expect(await sideways(member.page)).toBeLessThanOrEqual(0);
  expect([...member.complaints, ...staff.complaints]).toEqual([]);
  await Promise.all([member.context.close(), staff.context.close()]);
});
