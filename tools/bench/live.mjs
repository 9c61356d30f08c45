// How long until what one writes on a ticket stands before another: from the answer to whoever wrote it until the browser of the other shows it.
import { chromium } from 'playwright-core';
import { ensureChromium } from '../parts/chromium.mjs';
import { launch } from '../parts/launch.mjs';
import { ms, quantile, report } from './figures.mjs';

const RUNS = 20;
const WITHIN_MS = 1_000;

const { ready, stop } = await launch({ MFA_REQUIRED: 'off', WORKERS: '0', READERS: '1' });
const browser = await chromium.launch({ executablePath: await ensureChromium(console.log), args: ['--no-sandbox', '--disable-gpu'] });
const visit = async (who) => {
  const context = await browser.newContext({ baseURL: ready.console, locale: 'en' });
  const answer = await context.request.post('/v1/session', { data: who });
  if (!answer.ok()) throw new Error(`signing in answered ${answer.status()}`);
  return { page: await context.newPage(), write: async (address, data) => (await context.request.post(address, { data })).json() };
};
const [member, staff] = [await visit(ready.demo), await visit(ready.admin)];
const { id } = await member.write('/v1/tickets', { subject: 'Live', words: 'Since noon.' });
const show = async ({ page }, address, events) => {
  const up = page.waitForResponse((response) => response.url().includes(events) && response.headers()['content-type']?.startsWith('text/event-stream') === true);
  await page.goto(address);
  await up;
};
await show(member, `/tickets/${id}`, '/v1/ticket-events');
await show(staff, '/admin/tickets', '/v1/admin/desk/events');

const measure = async (what, write, page) => {
  const took = [];
  for (let run = 0; run <= RUNS; run++) {
    const seen = `${what} ${run}`;
    await write(seen);
    const startedMs = performance.now();
    await page.getByText(seen, { exact: true }).first().waitFor();
    // The first of each compiles what the others find compiled.
    if (run > 0) took.push(performance.now() - startedMs);
  }
  const worst = Math.max(...took);
  report(what, `p50 ${ms(quantile(took, 0.5))}, slowest of ${RUNS} ${ms(worst)}`, worst <= WITHIN_MS, `≤ ${WITHIN_MS} ms`);
};
await measure('an answer of staff in the conversation of the tenant', (words) => staff.write(`/v1/admin/tickets/${id}/replies`, { words, state: 'open' }), member.page);
await measure('a new ticket at the desk', (subject) => member.write('/v1/tickets', { subject, words: 'x', priority: 'p1' }), staff.page);
await browser.close();
await stop();
