import fs from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch, type Launched } from '../../../tools/parts/launch.mjs';
import { freePort } from '../../../tools/parts/ports.mjs';
import { CLIENT, openOtherProvider, type OtherProvider } from '../../../tools/testing/other-provider.js';
import { open, openBrowser, openPage, openProfileAt } from './browser.js';

let install: Launched;
let browser: Browser;
let other: OtherProvider;

beforeAll(async () => {
  const port = await freePort(0);
  const consoleUrl = `http://127.0.0.1:${port}`;
  other = await openOtherProvider(`${consoleUrl}/sign-in/oidc`);
  const oidc = { OIDC_ISSUER: other.issuer, OIDC_CLIENT_ID: CLIENT.clientId, OIDC_CLIENT_SECRET: CLIENT.clientSecret, OIDC_LABEL: 'Northwind' };
  [browser, install] = await Promise.all([openBrowser(), launch({ CONSOLE_PORT: String(port), CONSOLE_URL: consoleUrl, WORKERS: '0', ...oidc })]);
});
afterAll(async () => {
  await browser.close();
  await Promise.all([install.stop(), other.close()]);
  fs.rmSync(install.dataFolder, { recursive: true, force: true });
});

const visit = async () => openPage(await openProfileAt(browser, install.ready.console));

it('somebody signs in through the provider of their organisation, and lands where they wanted to go', async () => {
  other.account = { sub: 'employee-7', email: install.ready.demo!.email, email_verified: true };
  const { page, context } = await visit();
  await open(page, '/usage');
  await page.getByRole('button', { name: 'Sign in with Northwind' }).click();
  await page.waitForURL('**/usage');
  await page.getByRole('heading', { level: 1, name: 'Usage and quota' }).waitFor();
  // What the provider handed over is worth nothing any more, and is not in the history either.
  await page.goBack();
  expect(page.url()).not.toContain('code=');
  await context.close();
});

it('whom nobody here invited is told so, and is not signed in', async () => {
  other.account = { sub: 'stranger', email: 'stranger@northwind.example', email_verified: true };
  const { page, context } = await visit();
  await open(page, '/sign-in');
  await page.getByRole('button', { name: 'Sign in with Northwind' }).click();
  await page.getByRole('alert').filter({ hasText: 'Nobody here has this' }).waitFor();
  expect(new URL(page.url()).search).toBe('');
  expect((await context.request.get('/v1/session')).status()).toBe(401);
  await page.getByRole('link', { name: 'Back to the sign-in' }).click();
  await page.getByLabel('Work e-mail').waitFor();
  await context.close();
});
