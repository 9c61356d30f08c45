import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, product, sampleBytes, sideways, visit } from './browser.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
  const { api, apiKey } = product();
  const answer = await fetch(`${api}/v1/recognitions?languages=en&tag=pages`, { method: 'POST', headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'image/png' }, body: new Uint8Array(sampleBytes('invoice-en.png')) });
  expect(answer.status).toBe(200);
});
afterAll(() => browser.close());

const places = {
  nobody: ['/', '/sign-in', '/no-such-page'],
  demo: ['/overview', '/playground', '/recognitions', '/jobs', '/keys', '/webhooks', '/usage', '/audit', '/account'],
  admin: ['/admin', '/admin/tenants', '/admin/nodes', '/admin/audit', '/admin/account'],
} as const;

/** Text whose contrast with what lies behind it is below WCAG 2.2 AA, as the browser paints it. */
const faint = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
    const paint = (color: string): [number, number, number, number] => {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = color;
      canvas.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
      return [r!, g!, b!, a! / 255];
    };
    const light = ([r, g, b]: number[]): number => {
      const [x, y, z] = [r!, g!, b!].map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * x! + 0.7152 * y! + 0.0722 * z!;
    };
    const ground = (element: Element): number[] => {
      for (let at: Element | null = element; at; at = at.parentElement) {
        const [r, g, b, a] = paint(getComputedStyle(at).backgroundColor);
        if (a > 0.5) return [r, g, b];
      }
      return paint(getComputedStyle(document.documentElement).backgroundColor).slice(0, 3);
    };
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!element || !node.textContent?.trim() || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      if (element.closest('svg, script, style, [aria-hidden="true"], [aria-disabled="true"], :disabled')) continue;
      const style = getComputedStyle(element);
      const [front, back] = [light(paint(style.color)), light(ground(element))];
      const contrast = (Math.max(front, back) + 0.05) / (Math.min(front, back) + 0.05);
      const isLarge = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && Number(style.fontWeight) >= 700);
      if (contrast < (isLarge ? 3 : 4.5)) found.push(`${contrast.toFixed(2)} ${node.textContent.trim().slice(0, 30)}`);
    }
    return found;
  });

describe.each([
  { width: 1440, locale: 'zh-CN', theme: 'light' },
  { width: 375, locale: 'zh-CN', theme: 'dark' },
  { width: 1440, locale: 'en', theme: 'dark' },
  { width: 375, locale: 'en', theme: 'light' },
] as const)('at $width px, in $locale, $theme:', (look) => {
  it.each(Object.entries(places).flatMap(([who, paths]) => paths.map((path) => ({ who: who as keyof typeof places, path }))))('$path ($who) fits, reads and says what it is', async ({ who, path }) => {
    const { page, context, complaints } = await visit(browser, { ...look, as: who === 'nobody' ? undefined : who });
    await page.goto(path, { waitUntil: 'load' });
    // While a page streams in, its skeleton and its content may both stand for a moment.
    await expect.poll(() => page.locator('h1').count()).toBe(1);
    expect(await page.title()).not.toBe('');
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(look.locale);
    expect(await sideways(page)).toBeLessThanOrEqual(0);
    expect(await faint(page)).toEqual([]);
    const unnamed = await page.locator('button:visible, a:visible, input:visible').evaluateAll((all) => all.filter((one) => !(one.textContent?.trim() || one.getAttribute('aria-label') || one.getAttribute('aria-labelledby') || one.querySelector('[role=img][aria-label]') || (one as HTMLInputElement).labels?.length || one.getAttribute('type') === 'hidden')).map((one) => one.outerHTML.slice(0, 80)));
    expect(unnamed).toEqual([]);
    // The page that does not exist answers 404, which the browser mentions.
    expect(complaints.filter((complaint) => !(path === '/no-such-page' && complaint.includes('404')))).toEqual([]);
    await context.close();
  });
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
