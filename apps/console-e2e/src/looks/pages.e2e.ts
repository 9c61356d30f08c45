import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { open, openBrowser, product, sampleBytes, visit, type Visitor } from '../browser.js';
import { holdsUp, locales } from './looks.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
  const { api, apiKey } = product();
  const answer = await fetch(`${api}/v1/recognitions?languages=en&tag=pages`, { method: 'POST', headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'image/png' }, body: new Uint8Array(sampleBytes('invoice-en.png')) });
  expect(answer.status).toBe(200);
});
afterAll(() => browser.close());

const places = {
  nobody: ['/', '/changelog', '/sign-in', '/forgot', '/no-such-page'],
  demo: ['/overview', '/playground', '/recognitions', '/jobs', '/keys', '/webhooks', '/filings', '/authorisations', '/authorisations/calendar', '/findings', '/usage', '/usage/calls', '/approvals', '/retention', '/service-end', '/requests', '/inspections', '/attestations', '/availability', '/tickets', '/tickets/coverage', '/deprecations', '/members', '/support-access', '/audit', '/security', '/account', '/maintenance', '/inbox', '/changes'],
  admin: ['/admin', '/admin/filings', '/admin/findings', '/admin/tenants', '/admin/approvals', '/admin/inspections', '/admin/attestations', '/admin/requests', '/admin/tickets', '/admin/tickets/rota', '/admin/tickets/figures', '/admin/tickets/coverage', '/admin/tickets/macros', '/admin/tickets/held-mails', '/admin/tickets/views', '/admin/availability', '/admin/changelog', '/admin/nodes', '/admin/retention', '/admin/disposals', '/admin/disposals/new', '/admin/staff', '/admin/mails', '/admin/audit', '/admin/security', '/admin/account', '/admin/maintenance', '/admin/changes', '/admin/notices', '/admin/notices/deliveries', '/admin/inbox'],
} as const;

describe.each(locales)('in %s:', (locale) => {
  describe.each(Object.entries(places))('for %s', (who, paths) => {
    // Who looks at many pages signs in once and stays in one tab: a new one for each costs a process of the browser, as much as the page.
    let visitor: Visitor;
    beforeAll(async () => {
      visitor = await visit(browser, { locale, as: who === 'nobody' ? undefined : (who as 'demo' | 'admin') });
    });
    afterAll(() => visitor.context.close());

    it.each(paths)('%s fits, reads and says what it is', async (path) => {
      const { page, complaints } = visitor;
      complaints.length = 0;
      await page.setViewportSize({ width: 1440, height: 900 });
      await open(page, path);
      await holdsUp(page, locale);
      // The page that does not exist answers 404, which the browser mentions.
      expect(complaints.filter((complaint) => !(path === '/no-such-page' && complaint.includes('404')))).toEqual([]);
    });
  });
});

it('a statement is printed without what is around it, in ink on paper though the theme is dark', async () => {
  const { page, context } = await visit(browser, { as: 'demo', theme: 'dark' });
  const month = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit' }).format(new Date());
  await open(page, `/usage/statements/${month}`);
  await page.emulateMedia({ media: 'print' });
  for (const around of ['.topbar', '.side', '.strip', '.st-p']) expect(await page.locator(around).first().isVisible()).toBe(false);
  const lightness = await page.locator('h1').evaluate((title) => {
    const canvas = document.createElement('canvas').getContext('2d')!;
    canvas.fillStyle = getComputedStyle(title).color;
    canvas.fillRect(0, 0, 1, 1);
    return Math.max(...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3));
  });
  expect(lightness).toBeLessThan(80);
  await context.close();
});

it('a page carries a policy that lets in no script of anybody else, and says so to the browser', async () => {
  const answer = await fetch(`${product().console}/sign-in`);
  const policy = answer.headers.get('content-security-policy') ?? '';
  expect(policy).toMatch(/default-src 'self'/);
  expect(policy).toMatch(/script-src [^;]*'nonce-/);
  expect(policy).not.toMatch(/unsafe-eval|script-src [^;]*unsafe-inline/);
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
});

it('the API answers through the console, so that a browser needs one origin only', async () => {
  const through = await fetch(`${product().console}/v1/session`);
  expect(through.status).toBe(401);
  expect(((await through.json()) as { code: string }).code).toBe('auth.required');
});
