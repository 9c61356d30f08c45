import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hydrated, open, openBrowser, sideways, visit, type Visitor } from './browser.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const opened = async (member: Visitor, subject: string, priority = 'p3'): Promise<string> => {
  const answer = await member.context.request.post('/v1/tickets', { data: { subject, words: 'Since noon.', priority } });
  if (!answer.ok()) throw new Error(`opening a ticket answered ${answer.status()}: ${await answer.text()}`);
  return ((await answer.json()) as { id: string }).id;
};

it('an answer is saved, filled with the ticket it is given on, read before it goes, and sets what it says with it', async () => {
  const name = `Which job ${randomUUID().slice(0, 8)}`;
  const [member, staff] = [await visit(browser, { as: 'demo' }), await visit(browser, { as: 'admin' })];
  const id = await opened(member, 'Jobs {{me}} wait');
  const desk = staff.page;
  await open(desk, '/admin/tickets/macros');
  await desk.getByRole('button', { name: 'Save an answer' }).click();
  const dialog = desk.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Save an answer' }).click();
  await dialog.getByText('Give it a name.').waitFor();
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByLabel('In Chinese').fill('关于 {{subject}}：是哪个任务？');
  await dialog.getByLabel('In English').fill('About {{subject}} ({{ticket}}): which job is it?');
  await dialog.getByLabel('Afterwards').selectOption('waiting_tenant');
  await dialog.getByLabel('Priority').selectOption('p2');
  await dialog.getByRole('button', { name: 'Save an answer' }).click();
  await desk.getByText(name).waitFor();

  await open(desk, `/admin/tickets/${id}`);
  await desk.getByRole('combobox', { name: 'Saved answers' }).locator('optgroup[lang=en] option', { hasText: name }).waitFor({ state: 'attached' });
  await desk.getByRole('combobox', { name: 'Saved answers' }).selectOption(await desk.locator('optgroup[lang=en] option', { hasText: name }).getAttribute('value'));
  expect(await desk.getByRole('textbox', { name: 'Reply' }).inputValue()).toBe(`About Jobs {{me}} wait (${id}): which job is it?`);
  await desk.getByText('Sets P2. Leave it as it is').waitFor();
  await desk.getByRole('button', { name: 'Send' }).click();
  await desk.getByText('Priority: P2').waitFor();
  await open(member.page, `/tickets/${id}`);
  await member.page.getByText(`About Jobs {{me}} wait (${id}): which job is it?`).waitFor();
  await member.page.getByText('Your turn').waitFor();

  await open(desk, '/admin/tickets/macros');
  const row = desk.getByRole('row').filter({ hasText: name });
  await row.getByRole('button', { name: 'Put away' }).click();
  await desk.getByRole('dialog').getByRole('button', { name: 'Put away' }).click();
  await row.waitFor({ state: 'detached' });
  expect(await sideways(desk)).toBeLessThanOrEqual(0);
  expect([...member.complaints, ...staff.complaints]).toEqual([]);
  await Promise.all([member.context.close(), staff.context.close()]);
});

it('how the queue is narrowed is saved under a name, given to everybody, and taken back', async () => {
  const mark = randomUUID().slice(0, 8);
  const [member, staff, other] = [await visit(browser, { as: 'demo' }), await visit(browser, { as: 'admin' }), await visit(browser, { as: 'admin', width: 375 })];
  await opened(member, `Grave ${mark}`, 'p1');
  await opened(member, `Small ${mark}`, 'p4');
  const desk = staff.page;
  await open(desk, '/admin/tickets');
  await desk.locator('summary').filter({ hasText: 'More' }).click();
  await desk.getByRole('searchbox').fill(mark);
  await desk.getByLabel('Priority').selectOption('p1');
  await desk.getByRole('button', { name: 'Search' }).click();
  await desk.getByRole('link', { name: `Grave ${mark}` }).waitFor();
  await desk.getByRole('link', { name: `Small ${mark}` }).waitFor({ state: 'detached' });
  await desk.getByRole('button', { name: 'Save this view' }).click();
  await desk.getByRole('dialog').getByLabel('Name').fill(`Grave ${mark}!`);
  await desk.getByRole('dialog').getByRole('button', { name: 'Save this view' }).click();
  const views = desk.getByRole('navigation', { name: 'Views' });
  await views.getByRole('link', { name: `Grave ${mark}!` }).waitFor();
  expect(await views.getByRole('link', { name: `Grave ${mark}!` }).getAttribute('aria-current')).toBe('true');
  expect(await views.getByRole('link', { name: `Grave ${mark}!` }).locator('.n').textContent()).toBe('1');

  await open(desk, '/admin/tickets/views');
  const row = desk.getByRole('row').filter({ hasText: `Grave ${mark}!` });
  await row.getByRole('button', { name: 'Give to everybody' }).click();
  await desk.getByRole('dialog').getByRole('button', { name: 'Give to everybody' }).click();
  await row.getByRole('button', { name: 'Take back' }).waitFor();
  await open(other.page, '/admin/tickets');
  await other.page.getByRole('link', { name: `Grave ${mark}!` }).click();
  await other.page.getByRole('link', { name: `Small ${mark}` }).waitFor({ state: 'detached' });
  expect(await sideways(other.page)).toBeLessThanOrEqual(0);
  await row.getByRole('button', { name: 'Put away' }).click();
  await desk.getByRole('dialog').getByRole('button', { name: 'Put away' }).click();
  await row.waitFor({ state: 'detached' });
  expect([...member.complaints, ...staff.complaints, ...other.complaints]).toEqual([]);
  await Promise.all([member.context.close(), staff.context.close(), other.context.close()]);
});

it('the desk is worked from the keyboard, and its keys are only letters while somebody writes', async () => {
  const mark = randomUUID().slice(0, 8);
  const [member, staff] = [await visit(browser, { as: 'demo' }), await visit(browser, { as: 'admin', locale: 'zh-CN' })];
  for (const subject of [`First ${mark}`, `Second ${mark}`]) await opened(member, subject);
  const { page } = staff;
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  await open(page, `/admin/tickets?search=${mark}`);
  await page.getByText(`Second ${mark}`).first().waitFor();
  await page.keyboard.press('j');
  await expect.poll(focused).toContain(`First ${mark}`);
  await page.keyboard.press('j');
  await expect.poll(focused).toContain(`Second ${mark}`);
  await page.keyboard.press('k');
  await expect.poll(focused).toContain(`First ${mark}`);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: `First ${mark}` }).waitFor();
  await hydrated(page);
  await page.keyboard.press('n');
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('内部备注');
  await page.keyboard.type('jkarn/?');
  expect(await page.getByRole('textbox', { name: '内部备注' }).inputValue()).toBe('jkarn/?');
  expect(await page.getByRole('dialog').count()).toBe(0);
  await page.keyboard.press('Tab');
  await page.keyboard.press('r');
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('回复');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Alt+a');
  expect(await page.getByRole('dialog').count()).toBe(0);
  await page.keyboard.press('a');
  await page.getByRole('dialog', { name: '调整' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: '快捷键' }).getByText('下一张工单').waitFor();
  await page.getByLabel('在此浏览器中启用快捷键').uncheck();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('a');
  await page.waitForTimeout(200);
  expect(await page.getByRole('dialog').count()).toBe(0);
  await page.getByRole('button', { name: '快捷键' }).click();
  await page.getByLabel('在此浏览器中启用快捷键').check();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  // The layer gives the focus back to what opened it.
  await expect.poll(focused).toContain('快捷键');
  await page.keyboard.press('/');
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search');
  expect([...member.complaints, ...staff.complaints]).toEqual([]);
  await Promise.all([member.context.close(), staff.context.close()]);
});
