import { noticeKinds } from '@inkproof/contract';
import { describe, expect, it } from 'vitest';
import { languages, noticeText } from './notice-words.js';
import en from './words/en.json' with { type: 'json' };
import zh from './words/zh.json' with { type: 'json' };

const values = { zh: { title: '数据库升级', text: '期间识别接口不可用。', start: '2026-12-01 02:00' }, en: { title: 'Database upgrade', text: 'Recognition is away meanwhile.', start: '2026-12-01 02:00' } };

describe.each(languages)('in %s', (language) => {
  it.each(noticeKinds)('%s says what it was given', (kind) => {
    const { title, paragraphs } = noticeText(kind, values, language);
    expect(title).toContain(values[language].title);
    expect(paragraphs[0]).toBe(values[language].text);
    expect(paragraphs[1]).toContain('2026-12-01 02:00');
    expect(noticeText(kind, { zh: {}, en: {} }, language).title.length).toBeGreaterThan(3);
  });
});

it('introduces a value by what it is, passes over an empty one, and drops none that it does not know', () => {
  expect(noticeText('change.refused', { zh: {}, en: { title: 'IP list', reason: 'Too broad', text: '', ticket: 'tkt_1' } }, 'en')).toEqual({ title: 'Your change notice was not accepted: IP list', paragraphs: ['Reason: Too broad', 'tkt_1'] });
});

it('has words of its own for each kind', () => {
  for (const language of languages) expect(new Set(noticeKinds.map((kind) => noticeText(kind, { zh: {}, en: {} }, language).title)).size).toBe(noticeKinds.length);
});

it('introduces the same values in both languages', () => {
  expect(Object.keys(en.labels)).toEqual(Object.keys(zh.labels));
  expect(Object.keys(en.kinds)).toEqual(Object.keys(zh.kinds));
});

it('takes what a value says for a value, whatever messages are written in', () => {
  const told = { title: "{kind} O'Hara <b>", reason: "'{value}'" };
  expect(noticeText('change.refused', { zh: told, en: told }, 'en')).toEqual({ title: "Your change notice was not accepted: {kind} O'Hara <b>", paragraphs: ["Reason: '{value}'"] });
});
