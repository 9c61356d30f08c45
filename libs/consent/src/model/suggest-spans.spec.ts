import { expect, it } from 'vitest';
import { aContent } from '../testing/a-content.js';
import { wordsOf } from './filed-text.js';
import { suggestSpans } from './suggest-spans.js';

const suggested = (text: string) => suggestSpans(text, []).map((span) => `${span.clause} ${wordsOf(text, span)}`);

it('finds in a Chinese text what its author would mark', () => {
  const { text, spans } = aContent();
  expect(suggestSpans(text, [])).toEqual(spans);
});

it('finds it in an English text', () => {
  expect(
    suggested('We collect the following personal information: your name and phone number. You agree that pictures of your forms are passed to Inkstone for text recognition. You agree that the results are returned to us.'),
  ).toEqual(['a your name and phone number', 'b You agree that pictures of your forms are passed to Inkstone for text recognition', 'c You agree that the results are returned to us']);
});

it('knows other ways to say it', () => {
  expect(suggested('我们处理以下个人信息：姓名、电话。您同意将证件照片传输给墨证进行文字识别。您同意墨证将识别结果返回给我们。')).toEqual(['a 姓名、电话', 'b 您同意将证件照片传输给墨证进行文字识别', 'c 您同意墨证将识别结果返回给我们']);
});

it('says nothing of a clause that is marked already, nor of a text without such clauses', () => {
  const { text, spans } = aContent();
  expect(suggestSpans(text, spans.slice(1)).map(({ clause }) => clause)).toEqual(['a']);
  expect(suggested('今日天气很好。')).toEqual([]);
});
