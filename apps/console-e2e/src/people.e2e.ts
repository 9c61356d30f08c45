import { randomUUID } from 'node:crypto';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { open, openBrowser, reopen, visit } from './browser.js';

const PASSWORD = 'a sentence long enough';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** The link in the newest mail to an address, out of the outbox as an administrator opens it. */
const linkTo = async (email: string): Promise<string> => {
  const { page, context } = await visit(browser, { as: 'admin' });
  await open(page, '/admin/mails');
  const row = page.getByRole('row').filter({ hasText: email }).first();
  await row.getByRole('button').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/token=|#/).first().waitFor();
  const link = /https?:\/\/\S+#\S+/.exec(await dialog.innerText())![0];
  await context.close();
  return link;
};

/** Takes the link of an invitation to the end of the form. */
const accept = async (link: string, name: string): Promise<void> => {
  const { page, context } = await visit(browser);
  await open(page, link);
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Choose a password').fill('short');
  await page.getByRole('button', { name: 'Accept the invitation' }).click();
  await page.getByText('At least twelve characters.', { exact: true }).waitFor();
  await page.getByLabel('Choose a password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Accept the invitation' }).click();
  await page.getByRole('heading', { name: 'You have joined' }).waitFor();
  // The link has done its work.
  await page.goto('about:blank');
  await open(page, link);
  await page.getByText('invitation.void').or(page.getByRole('alert')).first().waitFor();
  await context.close();
};

const signedIn = async (email: string): Promise<{ page: Page; context: BrowserContext }> => {
  const visited = await visit(browser);
  const answer = await visited.context.request.post('/v1/session', { data: { email, password: PASSWORD } });
  expect(answer.status()).toBe(200);
  return visited;
};

const inviting = async (page: Page, email: string, role: string): Promise<void> => {
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  await page.getByRole('button', { name: 'Send invitation' }).click();
  await page.getByText('Enter an address such as').waitFor();
  await page.getByLabel('Their e-mail address').fill(email);
  await page.getByLabel('Role', { exact: true }).selectOption({ label: role });
  await page.getByRole('button', { name: 'Send invitation' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
};

describe('an owner', () => {
  it('invites somebody, who joins by the mail; gives them another role, which holds at once; and removes them, which ends their session', async () => {
    const email = `${randomUUID()}@new.example`;
    const { page, context, complaints } = await visit(browser, { as: 'demo' });
    await open(page, '/members');
    await inviting(page, email, 'Viewer');
    await page.getByRole('row').filter({ hasText: email }).getByText('Waiting').waitFor();
    await accept(await linkTo(email), 'Wu Nan');

    const member = await signedIn(email);
    await open(member.page, '/keys');
    expect(await member.page.getByRole('button', { name: 'Create a key' }).count()).toBe(0);

    await reopen(page);
    await page.getByRole('button', { name: 'More about Wu Nan' }).click();
    await page.getByRole('menuitem', { name: 'Change role' }).click();
    await page.getByLabel('Role', { exact: true }).selectOption({ label: 'Developer' });
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    await page.getByRole('row').filter({ hasText: email }).getByText('Developer').waitFor();
    await reopen(member.page);
    await member.page.getByRole('button', { name: /key/i }).first().waitFor();

    await page.getByRole('button', { name: 'More about Wu Nan' }).click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    const question = page.getByRole('alertdialog');
    // Nothing is removed by a slip: the address has to be typed.
    expect(await question.getByRole('button', { name: 'Remove' }).getAttribute('aria-disabled')).toBe('true');
    await question.getByRole('textbox').fill(email);
    await question.getByRole('button', { name: 'Remove' }).click();
    await question.waitFor({ state: 'detached' });
    await expect.poll(() => page.getByRole('row').filter({ hasText: email }).count()).toBe(0);
    await open(member.page, '/keys');
    await member.page.waitForURL('**/sign-in*');
    expect(complaints).toEqual([]);
    await Promise.all([context.close(), member.context.close()]);
  });

  it('withdraws an invitation, whose link then opens nothing', async () => {
    const email = `${randomUUID()}@new.example`;
    const { page, context } = await visit(browser, { as: 'demo' });
    await open(page, '/members');
    await inviting(page, email, 'Viewer');
    const link = await linkTo(email);
    await page.getByRole('button', { name: `More about ${email}` }).click();
    await page.getByRole('menuitem', { name: 'Withdraw' }).click();
    await expect.poll(() => page.getByRole('row').filter({ hasText: email }).count()).toBe(0);
    const guest = await visit(browser);
    await open(guest.page, link);
    expect(await guest.page.getByRole('button', { name: 'Accept the invitation' }).count()).toBe(0);
    await Promise.all([context.close(), guest.context.close()]);
  });
});

describe('a person of the staff', () => {
  it('sees single calls of a tenant only with a reason, under its eyes, and until it ends that', async () => {
    const staff = await visit(browser, { as: 'admin' });
    const owner = await visit(browser, { as: 'demo' });
    const { page } = staff;
    const { tenant } = (await (await owner.context.request.get('/v1/session')).json()) as { tenant: { id: string; name: string } };
    await open(page, `/admin/tenants/${tenant.id}/calls`);
    await page.getByText('Single calls need a support access').waitFor();
    await page.getByRole('button', { name: 'Open a support access' }).click();
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await page.getByText('Say why.').waitFor();
    await page.getByLabel('Reason').fill('They asked why calls fail since noon');
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await page.getByText('stands in the tenant').waitFor();
    await page.getByText(/60 minutes left/).waitFor();

    await open(owner.page, '/overview');
    const strip = owner.page.getByRole('status').filter({ hasText: 'They asked why calls fail since noon' });
    await strip.getByRole('button', { name: 'End now' }).click();
    await strip.waitFor({ state: 'detached' });
    await open(owner.page, '/audit');
    await owner.page.getByText('They asked why calls fail since noon').first().waitFor();

    await reopen(page);
    await page.getByText('Single calls need a support access').waitFor();
    await Promise.all([staff.context.close(), owner.context.close()]);
  });
});
