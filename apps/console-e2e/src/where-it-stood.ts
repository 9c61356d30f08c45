// Set up around every file of journeys: a journey that fails says where its pages stood, since a locator that waited in vain says nothing of it.
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach } from 'vitest';
import { whoeverStands, type Visitor } from './browser.js';

const PATIENCE_MS = 3_000;

/** What whoever sat before the page would read first. */
const shownOn = ({ page }: Visitor): Promise<string[]> =>
  page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>('h1, [role$=dialog] h2, [role=alert], [role=status], .err')];
    return all.filter((one) => one.checkVisibility()).map((one) => one.innerText.trim().replaceAll(/\s+/g, ' ').slice(0, 200));
  });

const stoodAt = async (visitor: Visitor): Promise<string> => {
  // A page that answers to nobody must not keep what is known of the others.
  const shown = await Promise.race([shownOn(visitor).catch(() => ['nothing that could be read']), sleep(PATIENCE_MS, ['nothing, it did not answer'])]);
  // Behind the # of an address there may be a secret.
  const { pathname, search } = new URL(visitor.page.url());
  return [`${pathname}${search} showed ${shown.filter(Boolean).map((text) => `“${text}”`).join(', ')}`, ...visitor.complaints.map((said) => `and complained of ${said}`)].join(' ');
};

let stoodBefore: Visitor[] = [];
beforeEach(() => {
  stoodBefore = whoeverStands();
});
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  const standing = whoeverStands();
  const places = await Promise.all(standing.map(stoodAt));
  // Whom the journey sent in it no longer calls back, and their pages would go on asking.
  await Promise.all(standing.filter((one) => !stoodBefore.includes(one)).map(({ context }) => context.close()));
  // Thrown, so that it stands beside what failed wherever that is told.
  if (places.length) throw Object.assign(new Error(`It stood here: ${places.join(' · ')}`), { stack: '' });
});
