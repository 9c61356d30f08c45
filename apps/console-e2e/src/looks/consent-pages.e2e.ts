import { randomUUID } from 'node:crypto';
import { api } from '@inkproof/contract';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftOf, handIn, picture, TEXT } from '../a-filing.js';
import { callOf, open, openBrowser, openPage, openProfile } from '../browser.js';
import { holdsUp, locales } from './looks.js';

let browser: Browser;
/** Addresses of one of each, with something in it. */
const places: { demo: string[]; admin: string[]; draft: string } = { demo: [], admin: [], draft: '' };

beforeAll(async () => {
  browser = await openBrowser();
  const [tenant, provider] = [await openProfile(browser, { as: 'demo' }), await openProfile(browser, { as: 'admin' })];
  const [call, staff] = [await callOf(tenant), await callOf(provider)];
  const name = `Receipts that are looked at ${randomUUID().slice(0, 8)}`;
  const first = await handIn(call, name);
  const { filing } = first;
  await staff(api.adminFilings.accept, { params: { version: first.id }, body: { text_sha256: first.text_sha256 } });
  await call(api.filings.revise, { params: { id: filing.id }, body: {} });
  await call(api.filings.change, { params: { id: filing.id }, body: { text: TEXT.replace('your receipts', 'your parcels'), purpose: 'Finding parcels', effective_on: '2026-01-01' } });
  const { spans, suggestions } = await call(api.filings.find, { params: { id: filing.id } }).then(({ coming }) => call(api.filings.version, { params: { id: filing.id, version: coming!.id } }));
  await call(api.filings.change, { params: { id: filing.id }, body: { spans: [...spans, ...suggestions] } });
  await call(api.filings.addFile, { params: { id: filing.id }, body: { kind: 'page_screenshot', name: 'page.png', base64: picture.toString('base64') } });
  const second = await call(api.filings.submit, { params: { id: filing.id } });
  await staff(api.adminFilings.comment, { params: { version: second.id }, body: { words: 'You have the answer today.' } });

  const { tenant: of } = await call(api.session.current);
  await call(api.authorizations.create, { body: { filing: filing.id, subject: randomUUID(), media: ['web_operation'], given_at: '2026-01-05T00:00:00Z', commitment: 'ab'.repeat(32) } });
  const { id: inspection } = await staff(api.adminInspections.announce, { body: { tenant: of!.id, filing: filing.id, size: 1, reason: 'The yearly look', answer_days: 10 } });
  await staff(api.adminInspections.draw, { params: { id: inspection } });
  const { id: request } = await call(api.subjectRequests.create, { body: { kind: 'delete', words: 'Forget me', subject: randomUUID(), language: 'en', relation: 'self' } });
  await call(api.subjectRequests.identify, { params: { id: request }, body: { method: 'in_person' } });
  await call(api.subjectRequests.begin, { params: { id: request } });

  const draft = await draftOf(call, `${name}, a draft`);
  const version = `/filings/${filing.id}/${second.id}`;
  places.draft = `/filings/${draft.filing.id}/${draft.id}`;
  places.demo = [`/filings/${filing.id}`, `/filings/${filing.id}/${first.id}`, version, `${version}?view=difference`, `/inspections/${inspection}`, `/requests/${request}`];
  places.admin = [`/admin/filings/${second.id}`, `/admin/filings/${second.id}?view=difference`, `/admin/inspections/${inspection}`];
  await Promise.all([tenant.close(), provider.close()]);
});
afterAll(() => browser.close());

describe.each(locales)('in %s:', (locale) => {
  const looking = async (as: 'demo' | 'admin', look: (profile: BrowserContext) => Promise<void>) => {
    const profile = await openProfile(browser, { locale, as });
    await look(profile);
    await profile.close();
  };

  it.each(['demo', 'admin'] as const)('what %s opens of filings, inspections and requests fits and reads', (as) =>
    looking(as, async (profile) => {
      for (const path of places[as]) {
        const { page, complaints } = await openPage(profile);
        await open(page, path);
        await holdsUp(page, locale);
        expect({ path, complaints }).toEqual({ path, complaints: [] });
        await page.close();
      }
    }), 180_000);

  it('every step of writing a filing fits and reads', () =>
    looking('demo', async (profile) => {
      const { page, complaints } = await openPage(profile);
      await open(page, places.draft);
      const steps = page.locator('.steps button');
      for (let at = 0; at < (await steps.count()); at++) {
        await steps.nth(at).click();
        await holdsUp(page, locale);
      }
      expect(complaints).toEqual([]);
    }), 180_000);
});
