import fs from 'node:fs';
import { TOTP } from 'otpauth';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, type Launched } from '../../../tools/parts/launch.mjs';
import { freePort } from '../../../tools/parts/ports.mjs';
import { open, openBrowser, openPage, openProfileAt } from './browser.js';
import { holdsUp, locales } from './looks/looks.js';

/** Of an install in earnest: under a host name, for which browsers make passkeys, and with a second factor asked of whoever can do much. */
let install: Launched;
let browser: Browser;

beforeAll(async () => {
  const port = await freePort(0);
  [browser, install] = await Promise.all([openBrowser(), launch({ MFA_REQUIRED: 'on', CONSOLE_PORT: String(port), CONSOLE_URL: `http://localhost:${port}`, WORKERS: '0' })]);
});
afterAll(async () => {
  await browser.close();
  await install.stop();
  fs.rmSync(install.dataFolder, { recursive: true, force: true });
});

interface Visit {
  page: Page;
  context: BrowserContext;
}

/** A browser with an authenticator that verifies whoever holds it. */
const visit = async (): Promise<Visit> => {
  const context = await openProfileAt(browser, install.ready.console);
  const { page } = await openPage(context);
  const devtools = await context.newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', { options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } });
  return { page, context };
};

const withPassword = async ({ page }: Visit, { email, password }: { email: string; password: string }): Promise<void> => {
  await open(page, '/sign-in');
  await page.getByLabel('Work e-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.keyboard.press('Enter');
};

const signOut = async ({ page }: Visit): Promise<void> => {
  await page.getByRole('button', { name: 'Account menu' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.waitForURL('**/sign-in');
};

const keepCodes = async (page: Page): Promise<string[]> => {
  const codes = (await page.getByRole('group', { name: 'Recovery codes' }).innerText()).match(/[0-9a-z]{5}-[0-9a-z]{5}/g) ?? [];
  await page.getByLabel('I have stored them').check();
  await page.getByRole('button', { name: 'Done' }).click();
  return codes;
};

it.each(locales)('the way to a second factor fits, reads and says what it is in %s', async (locale) => {
  const context = await openProfileAt(browser, install.ready.console, { locale });
  await context.request.post('/v1/session', { data: install.ready.demo! });
  const { page } = await openPage(context);
  await open(page, '/enrol');
  await holdsUp(page, locale);
  await page.getByRole('button').filter({ hasText: locale === 'en' ? 'Choose' : '选' }).nth(1).click();
  await page.locator('.sx-key').waitFor();
  await holdsUp(page, locale);
  await context.close();
});

describe('an owner whose install asks for a second factor', () => {
  it('sets up an app before anything else opens, and signs in with its code, or with a recovery code, from then on', async () => {
    const visited = await visit();
    const { page, context } = visited;
    const { demo } = install.ready;
    await withPassword(visited, demo!);
    await page.waitForURL('**/enrol*');
    await open(page, '/keys');
    await page.waitForURL('**/enrol?next=%2Fkeys');
    expect((await context.request.get('/v1/keys')).status()).toBe(403);
    await page.getByRole('button', { name: 'Choose' }).nth(1).click();
    await page.locator('.sx-key').filter({ hasText: / / }).waitFor();
    const secret = (await page.locator('.sx-key').innerText()).replace(/\s/g, '');
    await page.getByLabel('Code the app shows').fill(new TOTP({ secret }).generate());
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    const codes = await keepCodes(page);
    expect(codes).toHaveLength(10);
    await page.waitForURL('**/keys');

    await signOut(visited);
    await withPassword(visited, demo!);
    // The code of this half minute proved the app; the next one is good already.
    await page.getByLabel('Six-digit code').fill(new TOTP({ secret }).generate({ timestamp: Date.now() + 30_000 }));
    await page.keyboard.press('Enter');
    await page.waitForURL('**/overview');

    await signOut(visited);
    await withPassword(visited, demo!);
    await page.getByRole('button', { name: 'Use a recovery code' }).click();
    await page.getByRole('textbox', { name: 'Recovery code' }).fill(codes[0]!);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/overview');
    await open(page, '/security');
    await page.getByText('9 of 10 left').waitFor();
    await context.close();
  });
});

describe('a person of the provider', () => {
  it('makes a passkey, signs in by it alone, ends their other session, and is asked who they are before what is grave', async () => {
    const visited = await visit();
    const { page, context } = visited;
    const { admin } = install.ready;
    await withPassword(visited, admin!);
    await page.waitForURL('**/enrol*');
    await page.getByRole('button', { name: 'Choose' }).first().click();
    await page.getByLabel('Name').fill('Laptop');
    await page.getByRole('button', { name: 'Go on' }).click();
    await keepCodes(page);
    await page.waitForURL('**/admin');

    await signOut(visited);
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.waitForURL('**/admin');

    await context.clearCookies({ name: 'inkproof_session' });
    await withPassword(visited, admin!);
    await page.getByRole('button', { name: 'Use a passkey' }).click();
    await page.waitForURL('**/admin');
    await open(page, '/admin/security');
    await page.getByRole('cell', { name: 'Laptop', exact: true }).waitFor();
    await page.getByRole('button', { name: 'End', exact: true }).click();
    await page.getByText('That session has ended').first().waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'End', exact: true }).count()).toBe(0);

    // What the API answers five minutes later, it answers now: the console asks in place, and does the act again.
    let asked = 0;
    await page.route('**/v1/session/recovery-codes', (route) => {
      const problem = { type: 'about:blank', title: 'x', status: 403, code: 'session.step_up_required', detail: 'x', request_id: 'req_x', retryable: false, billed: false };
      return asked++ ? route.continue() : route.fulfill({ status: 403, contentType: 'application/problem+json', body: JSON.stringify(problem) });
    });
    const tokenOf = async () => (await context.cookies()).find(({ name }) => name === 'inkproof_session')?.value;
    const before = await tokenOf();
    await page.getByRole('button', { name: 'Draw new ones' }).click();
    await page.getByRole('button', { name: 'Draw', exact: true }).click();
    await page.getByRole('heading', { name: 'Confirm who you are' }).waitFor();
    await page.getByRole('button', { name: 'Use a passkey' }).click();
    expect(await keepCodes(page)).toHaveLength(10);
    expect(asked).toBe(2);
    expect(await tokenOf()).not.toBe(before);
    await context.close();
  });
});
