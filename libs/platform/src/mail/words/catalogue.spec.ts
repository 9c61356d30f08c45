import { describe, expect, it } from 'vitest';
import { givenTo } from '../given.js';
import { mailLocales, type MailLocale, type MailTemplate } from '../mail-values.js';
import { mailSamples, mailTemplates } from '../testing/mail-samples.js';
import { catalogues, messageIn } from './catalogue.js';

type Element = ReturnType<ReturnType<typeof messageIn>['getAst']>[number];
const LITERAL = 0;

/** The values that a message names in any of its branches, and `value=choice` for each choice of words that it foresees. */
const namedIn = (elements: readonly Element[]): string[] =>
  elements.flatMap((element) => {
    if (!('value' in element) || element.type === LITERAL) return [];
    if (!('options' in element)) return [element.value];
    const choices = Object.entries(element.options);
    return [element.value, ...('pluralType' in element ? [] : choices.map(([choice]) => `${element.value}=${choice}`)), ...choices.flatMap(([, { value }]) => namedIn(value))];
  });
const named = (locale: MailLocale, message: string): string[] => namedIn(messageIn(locale, message).getAst());
const valuesNamed = (locale: MailLocale, message: string): string[] => named(locale, message).filter((name) => !name.includes('='));

const singleOf = (locale: MailLocale, template: MailTemplate): string[] => {
  const { subject, paragraphs, open } = catalogues[locale][template];
  return [subject, ...paragraphs.filter((paragraph) => typeof paragraph === 'string'), ...(open === undefined ? [] : [open])];
};
const listsOf = (locale: MailLocale, template: MailTemplate): { each: string; say: string }[] => catalogues[locale][template].paragraphs.filter((paragraph) => typeof paragraph !== 'string');

describe.each(mailLocales)('the messages of %s', (locale) => {
  it.each(mailTemplates)('name in %s no value that it is not given, in any branch', (template) => {
    for (const values of mailSamples[template]) {
      const { single, lists } = givenTo(template, values);
      for (const message of singleOf(locale, template)) expect(Object.keys(single)).toEqual(expect.arrayContaining(valuesNamed(locale, message)));
      for (const { each, say } of listsOf(locale, template)) {
        expect(Object.keys(lists)).toContain(each);
        for (const one of lists[each]!) expect(Object.keys({ ...single, ...one })).toEqual(expect.arrayContaining(valuesNamed(locale, say)));
      }
    }
  });

  it('have something to open where there is a link, and there alone', () => {
    for (const template of mailTemplates) expect([template, 'open' in catalogues[locale][template]]).toEqual([template, 'link' in mailSamples[template][0]]);
  });
});

it.each(mailTemplates)('%s names the same values, and foresees the same choices, in both languages', (template) => {
  const [zh, en] = mailLocales.map((locale) => ({
    single: [...new Set(singleOf(locale, template).flatMap((message) => named(locale, message)))].sort(),
    lists: listsOf(locale, template).map(({ each, say }) => ({ each, named: [...new Set(named(locale, say))].sort() })),
  }));
  expect(en).toEqual(zh);
});

it('compiles a message once', () => {
  expect(messageIn('en', 'Join {tenant}')).toBe(messageIn('en', 'Join {tenant}'));
  expect(messageIn('en', '{left, plural, one {1} other {2}}')).not.toBe(messageIn('zh-CN', '{left, plural, one {1} other {2}}'));
});

it('says nothing for a value that nobody gave, or a choice that it does not foresee: both are faults', () => {
  expect(() => messageIn('en', 'Join {tenant}').format({ owner: 'Ada' })).toThrow(/tenant/);
  expect(() => messageIn('en', '{kind, select, totp {app}}').format({ kind: 'sms' })).toThrow(/kind/);
});
