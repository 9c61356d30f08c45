import { collectionMedia, filingElements, writtenMedia, type CollectionMedium, type FilingElement, type FilingFileKind } from '@inkproof/contract';
import { describe, expect, it } from 'vitest';
import { aContent } from '../testing/a-content.js';
import { checkFiling, missingIn } from './check-filing.js';
import { filedText } from './filed-text.js';
import type { FilingContent } from './filing.js';
import { isInWriting } from './written-form.js';

const now = new Date('2026-11-22T04:00:00.000Z');
const files: FilingFileKind[] = ['page_screenshot', 'separate_consent'];
const content = aContent();
const check = (changed: Partial<FilingContent> = {}, kinds: readonly FilingFileKind[] = files) => missingIn({ content: { ...content, ...changed }, files: kinds.map((kind) => ({ kind })), providerNames: ['砚台科技有限公司', 'Inkstone Technology'], now });
const without = (clause: string) => content.spans.filter((span) => span.clause !== clause);
/** A text with clause (b) in other words, marked as a whole. */
const saying = (words: string): Partial<FilingContent> => ({ text: words, spans: [{ clause: 'b', begins: 0, ends: Array.from(words).length }] });
const ofClauseB = (words: string) => check(saying(words)).find(({ field }) => field === 'clause_b')?.message;

it('lets a filing with all elements pass', () => {
  expect(check()).toEqual([]);
});

/** Everything a filing is asked for, taken away by itself. Those that only some filings need are asked of one that needs them. */
const removed: Record<FilingElement, { changed: Partial<FilingContent>; kinds?: FilingFileKind[] } | 'may be absent'> = {
  text: { changed: { text: ' \n' } },
  language: { changed: { language: null } },
  effective_on: { changed: { effectiveOn: null } },
  ends_on: 'may be absent',
  media: { changed: { media: [] }, kinds: files },
  identity_binding: { changed: { identityBinding: null } },
  categories: { changed: { categories: [] } },
  purpose: { changed: { purpose: null } },
  method: { changed: { method: null } },
  retention_days: { changed: { retentionDays: null } },
  controller_name: { changed: { controllerName: null } },
  controller_contact: { changed: { controllerContact: null } },
  rights: { changed: { rights: null } },
  clause_a: { changed: { spans: without('a') } },
  clause_b: { changed: { spans: without('b') } },
  clause_c: { changed: { spans: without('c') } },
  page_screenshot: { changed: {}, kinds: ['separate_consent'] },
  contract: { changed: { media: ['identity_email', 'communication_record'] } },
  separate_consent: { changed: {}, kinds: ['page_screenshot'] },
  guardian_consent: { changed: { concernsMinors: true } },
};

describe('one element less', () => {
  it('is tried for every element there is', () => {
    expect(Object.keys(removed)).toEqual([...filingElements]);
  });

  it.each(Object.entries(removed).flatMap(([element, gone]) => (gone === 'may be absent' ? [] : [[element, gone] as const])))('is refused naming it: %s', (element, { changed, kinds }) => {
    const named = check(changed, kinds).map(({ field }) => field);
    // A text that is gone takes what was marked in it along, and a controller who is not named is somebody else in clause (b).
    const along: Partial<Record<string, string[]>> = { text: ['clause_a', 'clause_b', 'clause_c'], controller_name: ['clause_b'] };
    expect(named).toEqual([element, ...(along[element] ?? [])]);
  });

  it('keeps its name in the list of checks when it is there and when it is not', () => {
    for (const changed of [{}, { purpose: null }]) expect(checkFiling({ content: { ...content, ...changed }, files: [], providerNames: ['x'], now }).map(({ element }) => element)).toEqual([...filingElements]);
  });
});

describe('written form', () => {
  const subsets = Array.from({ length: 2 ** collectionMedia.length }, (_, bits) => collectionMedia.filter((_medium, at) => bits & (1 << at)));
  it.each(subsets.map((media) => [media.join(', ') || 'nothing', media] as const))('%s', (_, media) => {
    const written = media.some((medium: CollectionMedium) => (writtenMedia as readonly string[]).includes(medium));
    expect(isInWriting(media)).toBe(written);
    const [found] = check({ media }, ['page_screenshot', 'contract', 'separate_consent']).filter(({ field }) => field === 'media');
    expect(found?.message).toBe(written ? undefined : media.length ? 'needs at least one medium in writing; video and audio only support it' : 'is missing');
  });

  it('is nothing without knowing who it was', () => {
    expect(check({ identityBinding: '' })).toEqual([{ field: 'identity_binding', message: 'is missing' }]);
  });
});

describe('clause (a)', () => {
  it('names every category that is declared', () => {
    expect(check({ categories: [...content.categories, 'bank_account', 'location'] })).toEqual([{ field: 'clause_a', message: 'does not name bank_account, location' }]);
  });

  it('may be said in several parts and in English', () => {
    const text = filedText('We process the following data: your name.\r\nWe also use your passport number.');
    const spans = [
      { clause: 'a' as const, begins: 0, ends: 40 },
      { clause: 'a' as const, begins: 42, ends: Array.from(text).length },
    ];
    expect(check({ text, spans, categories: ['name', 'passport_number'] }).map(({ field }) => field)).not.toContain('clause_a');
  });

  it('leaves it to the reviewer what else is meant by “other”', () => {
    expect(check({ categories: [...content.categories, 'other'] })).toEqual([]);
  });
});

describe('clause (b)', () => {
  it.each([
    ['names the provider', '本人同意澄江物流将单据提供给砚台科技有限公司进行文字识别', undefined],
    ['by another of its names, in other widths and cases', 'I agree that my form is sent to INKSTONE　Technology for recognition', undefined],
    ['names nobody', '本人同意将单据提供给其委托的文字识别服务提供者', 'does not name the provider'],
    ['names another company', '本人同意将单据提供给砚台科技有限公司和远帆数据有限公司进行识别', 'names another recipient: 和远帆数据有限公司'],
    ['names whoever it may be', '本人同意将单据提供给砚台科技有限公司及其合作方进行识别', 'names another recipient: 合作方'],
    ['calls the provider a third party', '本人同意将单据提供给第三方文字识别服务提供者砚台科技有限公司', undefined],
    ['shuts others out', '本人同意将单据提供给砚台科技有限公司识别，但不得提供给任何第三方', undefined],
    ['names another company in English', 'I agree that my form is sent to Inkstone Technology and Far Sail Data Ltd for recognition', 'names another recipient: Far Sail Data Ltd'],
    ['names affiliates', 'I agree that my form is sent to Inkstone Technology and its affiliates for recognition', 'names another recipient: affiliates'],
  ])('%s', (_, words, message) => {
    expect(ofClauseB(words)).toBe(message);
  });
});

describe('days', () => {
  it.each([
    ['an end before the beginning', { effectiveOn: '2026-12-02', endsOn: '2026-12-01' }, 'lies before effective_on'],
    ['an end that is over in Shanghai', { effectiveOn: '2026-01-01', endsOn: '2026-11-21' }, 'is over already'],
  ] as const)('%s is refused', (_, changed, message) => {
    expect(check(changed)).toEqual([{ field: 'ends_on', message }]);
  });

  it('lets the last day be today', () => {
    expect(check({ effectiveOn: '2026-01-01', endsOn: '2026-11-22' })).toEqual([]);
  });
});

describe('sensitive information and minors', () => {
  it('need no form of separate consent when nothing is sensitive', () => {
    expect(check({ categories: ['name', 'phone'] }, ['page_screenshot'])).toEqual([]);
  });

  it('need guardians whenever people under fourteen are asked or told of', () => {
    for (const changed of [{ concernsMinors: true }, { categories: [...content.categories, 'minor' as const] }]) expect(check(changed).map(({ field }) => field)).toContain('guardian_consent');
    expect(check({ concernsMinors: true }, [...files, 'guardian_consent'])).toEqual([]);
  });
});
