import type { Page } from 'playwright-core';
import { expect } from 'vitest';

export const locales = ['zh-CN', 'en'] as const;
const widths = [1440, 375] as const;
const themes = ['light', 'dark'] as const;

interface Flaws {
  /** How far it can be scrolled sideways, in pixels. */
  sideways: number;
  /** Text whose contrast with what lies behind it is below WCAG 2.2 AA, as the browser paints it. */
  faint: string[];
}

/** What is wrong with a page in each theme. In one breath, since what the browser reckons needs no frame, and painting one in every theme cost as much as loading the page. */
const flawsOf = (page: Page): Promise<Record<string, Flaws>> =>
  page.evaluate((themes) => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
    const painted = new Map<string, [number, number, number, number]>();
    const paint = (color: string): [number, number, number, number] => {
      const before = painted.get(color);
      if (before) return before;
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = color;
      canvas.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
      const paint = [r!, g!, b!, a! / 255] as [number, number, number, number];
      painted.set(color, paint);
      return paint;
    };
    const light = ([r, g, b]: number[]): number => {
      const [x, y, z] = [r!, g!, b!].map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * x! + 0.7152 * y! + 0.0722 * z!;
    };
    const faint = (): string[] => {
      const grounds = new Map<Element, number>();
      const ground = (element: Element): number => {
        const before = grounds.get(element);
        if (before !== undefined) return before;
        const [r, g, b, a] = paint(getComputedStyle(element).backgroundColor);
        const found = a > 0.5 || !element.parentElement ? light([r, g, b]) : ground(element.parentElement);
        grounds.set(element, found);
        return found;
      };
      const found: string[] = [];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const element = node.parentElement;
        if (!element || !node.textContent?.trim() || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
        if (element.closest('svg, script, style, [aria-hidden="true"], [aria-disabled="true"], :disabled')) continue;
        const style = getComputedStyle(element);
        const [front, back] = [light(paint(style.color)), ground(element)];
        const contrast = (Math.max(front, back) + 0.05) / (Math.min(front, back) + 0.05);
        const isLarge = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && Number(style.fontWeight) >= 700);
        if (contrast < (isLarge ? 3 : 4.5)) found.push(`${contrast.toFixed(2)} ${node.textContent.trim().slice(0, 30)}`);
      }
      return found;
    };
    const flawsIn = (theme: string): Flaws => {
      document.documentElement.dataset['theme'] = theme;
      return { sideways: Math.max(0, document.documentElement.scrollWidth - window.innerWidth), faint: faint() };
    };
    return Object.fromEntries(themes.map((theme) => [theme, flawsIn(theme)]));
  }, themes);

const flawless: Record<string, Flaws> = Object.fromEntries(themes.map((theme) => [theme, { sideways: 0, faint: [] }]));

/** A page that says what it is and names what can be used, and in every look fits and reads. */
export const holdsUp = async (page: Page, locale: string): Promise<void> => {
  // A page that leads on, as the queue of filings does to the first of them, says so once its frame is there.
  await page.waitForFunction(() => !document.querySelector('#__next-page-redirect'));
  // While a page streams in, its skeleton and its content may both stand for a moment.
  await expect.poll(() => page.locator('h1').count()).toBe(1);
  expect(await page.title()).not.toBe('');
  expect(await page.evaluate(() => document.documentElement.lang)).toBe(locale);
  // A page that stands changes between themes and widths without being loaded again, as it does for whoever chooses.
  for (const width of widths) {
    await page.setViewportSize({ width, height: width < 500 ? 812 : 900 });
    // A page that streams in is at its place within a moment.
    await expect.poll(() => flawsOf(page), { interval: 30, message: `at ${width} px` }).toEqual(flawless);
    await namesWhatIsShown(page);
  }
};

/** Buttons, links and fields that stand there have a name. */
const namesWhatIsShown = async (page: Page): Promise<void> => {
  const unnamed = await page.locator('button:visible, a:visible, input:visible').evaluateAll((all) => all.filter((one) => !(one.textContent?.trim() || one.getAttribute('aria-label') || one.getAttribute('aria-labelledby') || one.querySelector('[role=img][aria-label]') || (one as HTMLInputElement).labels?.length || one.getAttribute('type') === 'hidden')).map((one) => one.outerHTML.slice(0, 80)));
  expect(unnamed).toEqual([]);
};
