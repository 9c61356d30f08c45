import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { api, createClient, type Call } from '@inkproof/contract';
import { chromium, type APIResponse, type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core';
import { inject } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');
const quiet = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export const product = () => inject('ready');

export const sample = (name: 'invoice-en.png' | 'delivery-note-zh.jpg'): string => path.join(root, 'samples', name);
export const sampleBytes = (name: 'invoice-en.png'): Buffer => readFileSync(sample(name));

/** The browser that tools/test.mjs found or brought. Where no language is set, it would call a file of a Chinese name "download". */
export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium', args: quiet, env: { ...(process.env as Record<string, string>), LC_ALL: 'C.UTF-8' } });

/** Everybody whose page still stands, for whoever has to say where a journey failed. */
const visitors = new Set<Visitor>();
export const whoeverStands = (): Visitor[] => [...visitors];

export interface Visitor {
  page: Page;
  context: BrowserContext;
  /** What the page complained of: script errors, failed loads, refused by its own policy. */
  complaints: string[];
}

interface Sight {
  width?: number;
  locale?: 'en' | 'zh-CN';
  /** As the system has it, where none was chosen. */
  theme?: 'light' | 'dark';
}

/** A profile at the console of an install. Whoever has it wants no motion, so that nothing has to be waited for that only moves. */
export const openProfileAt = async (browser: Browser, baseURL: string, { width = 1440, locale = 'en', theme }: Sight = {}): Promise<BrowserContext> => {
  const context = await browser.newContext({ viewport: { width, height: width < 500 ? 812 : 900 }, baseURL, permissions: ['clipboard-read', 'clipboard-write'], reducedMotion: 'reduce' });
  const { hostname: domain } = new URL(baseURL);
  const chosen = { inkproof_locale: locale, ...(theme && { inkproof_theme: theme }) };
  await context.addCookies(Object.entries(chosen).map(([name, value]) => ({ name, value, domain, path: '/' })));
  return context;
};

interface Visit extends Sight {
  as?: 'demo' | 'admin';
}

/** The profile of somebody at the console, signed in or not. */
export const openProfile = async (browser: Browser, { theme = 'light', as, ...sight }: Visit = {}): Promise<BrowserContext> => {
  const { console: origin, ...people } = product();
  const context = await openProfileAt(browser, origin, { theme, ...sight });
  if (as) {
    const { email, password } = people[as];
    const answer = await context.request.post('/v1/session', { data: { email, password } });
    if (!answer.ok()) throw new Error(`signing in answered ${answer.status()}: ${await answer.text()}`);
  }
  return context;
};

export const openPage = async (context: BrowserContext): Promise<Visitor> => {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  // Of what failed at the server it is worth knowing what it was.
  const placeOf = (text: string, url: string): string => (text.includes('status of 5') ? ` ${new URL(url).pathname}` : '');
  page.on('console', (message) => message.type() === 'error' && complaints.push(`console: ${message.text()}${placeOf(message.text(), message.location().url)}`));
  const visitor = { page, context, complaints };
  visitors.add(visitor);
  page.once('close', () => visitors.delete(visitor));
  return visitor;
};

/** Somebody at the console in a profile of their own. */
export const visit = async (browser: Browser, how: Visit = {}): Promise<Visitor> => openPage(await openProfile(browser, how));

/**
 * Waits until a page that stands there answers to whoever uses it: all of it has streamed in, and React has taken over every
 * button and field, which from then on carries its mark. A click before that would be lost, and a quiet network says nothing
 * of it: on a busy machine a page is silent while it still wakes.
 */
export const hydrated = async (page: Page): Promise<void> => {
  const isAwake = (): boolean | Promise<boolean> => {
    if (document.readyState === 'loading') return false;
    const comments = document.createTreeWalker(document.body, NodeFilter.SHOW_COMMENT);
    // As React writes it where something is yet to come, or has come and is yet to be put in its place.
    while (comments.nextNode()) if (['$?', '$~'].includes(comments.currentNode.nodeValue!)) return false;
    const isTaken = (one: Element): boolean => Object.keys(one).some((key) => key.startsWith('__reactProps$'));
    if (![...document.querySelectorAll('button, input, select, textarea, summary')].every(isTaken)) return false;
    // Keys are listened for in effects, which follow in the same breath.
    return new Promise<boolean>((resolve) => requestIdleCallback(() => resolve(true), { timeout: 1_000 }));
  };
  // Asked at every frame, it would have the browser draw frames for nothing else.
  await page.waitForFunction(isAwake, undefined, { polling: 50 });
};

/** Goes to a page and waits until it answers. */
export const open = async (page: Page, path: string): Promise<void> => {
  await page.goto(path);
  await hydrated(page);
};

export const reopen = async (page: Page): Promise<void> => {
  await page.reload();
  await hydrated(page);
};

/** The API at the console's own address, as somebody who is signed in there. */
export const callOf = async (context: BrowserContext): Promise<Call> => createClient({ baseUrl: product().console, headers: { cookie: (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ') } });

/** The link in the newest mail to an address. */
export const linkTo = async (browser: Browser, email: string): Promise<string> => {
  const { context } = await visit(browser, { as: 'admin' });
  const call = await callOf(context);
  const { items } = await call(api.mails.list, { query: { limit: 100 } });
  const { text } = await call(api.mails.open, { params: { id: items.find(({ to }) => to === email)!.id } });
  await context.close();
  return /https?:\/\/\S+#\S+/.exec(text)![0];
};

const PASSWORD = 'a sentence long enough';

/** Another of the staff, invited by the first, joined and signed in. */
export const anotherOfStaff = async (browser: Browser, { context: { request } }: Visitor, role: 'operator' | 'compliance'): Promise<Visitor> => {
  const email = `second-${randomUUID().slice(0, 8)}@example.com`;
  const well = async (asked: Promise<APIResponse>): Promise<APIResponse> => {
    const answer = await asked;
    if (!answer.ok()) throw new Error(`${answer.url()} answered ${answer.status()}: ${await answer.text()}`);
    return answer;
  };
  await well(request.post('/v1/admin/staff-invitations', { data: { email, role, locale: 'en' } }));
  const { items } = (await (await well(request.get('/v1/admin/mails'))).json()) as { items: { id: string; to: string }[] };
  const { text } = (await (await well(request.post(`/v1/admin/mails/${items.find(({ to }) => to === email)!.id}/open`))).json()) as { text: string };
  const second = await visit(browser);
  await well(second.context.request.post('/v1/invitations/accept', { data: { token: /#(?:token=)?([\w-]+)/.exec(text)![1], name: 'Mei', password: PASSWORD } }));
  await well(second.context.request.post('/v1/session', { data: { email, password: PASSWORD } }));
  return second;
};

/** Chooses a tenant in a dialog that asks for one, by its id: names may be given twice. */
export const chooseTenant = async (dialog: Locator, id: string): Promise<void> => {
  await dialog.getByRole('combobox', { name: 'Tenant' }).fill(id);
  await dialog.getByRole('listbox', { name: 'Tenant' }).getByRole('option').click();
};

/** How far a page can be scrolled sideways, which should be nowhere. */
export const sideways = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
