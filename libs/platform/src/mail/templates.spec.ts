import { describe, expect, it } from 'vitest';
import { mailLocales } from './mail-values.js';
import { render } from './render.js';
import { mailWords } from './templates.js';
import { link, mailSamples, mailTemplates } from './testing/mail-samples.js';

it('names the last day of a term as people in Shanghai count it', () => {
  expect(mailWords('request_confirm', 'en', mailSamples.request_confirm[0]).paragraphs[1]).toContain('the end of 2026-12-22');
});

describe.each(mailLocales)('in %s', (locale) => {
  it.each(mailTemplates)('%s says its piece in text and in HTML, with the link in both', (template) => {
    for (const values of mailSamples[template]) {
      const words = mailWords(template, locale, values);
      const { subject, text, html } = render(words, locale);
      expect(subject.length).toBeGreaterThan(4);
      expect(`${subject}${text}${html}`).not.toMatch(/undefined|\[object|null/);
      expect(words.paragraphs).not.toContain('');
      for (const paragraph of words.paragraphs) expect(text).toContain(paragraph);
      expect(text.includes(link)).toBe('link' in values);
      expect(html.includes('#abc&amp;d')).toBe('link' in values);
    }
  });
});

it('chooses its words by what it is told, and leaves out what there is nothing to say of', () => {
  expect(mailWords('key_leaked', 'en', mailSamples.key_leaked[1]!).paragraphs[1]).toBe('The report does not say where it was found.');
  expect(mailWords('filing_moved', 'en', mailSamples.filing_moved[0]).paragraphs).toHaveLength(2);
  expect(mailWords('notice', 'en', mailSamples.notice[1]!).paragraphs).toEqual(["It isn't there <meanwhile>."]);
  expect(mailWords('keeping_ends', 'en', mailSamples.keeping_ends[0]).paragraphs.slice(1, 4)).toEqual(['2026-11-30: 1, today is the last day', '2026-12-01: 3, 1 day is left', '2026-12-30: 4000, 30 days are left']);
  expect(mailWords('ticket_warned', 'en', { ...mailSamples.ticket_warned[0], percent: 100 }).subject).toBe('P1 澄江物流: first response is late');
});

it('counts one as one', () => {
  const counted = mailTemplates.flatMap((template) => mailSamples[template].flatMap((values) => Object.values(mailWords(template, 'en', values)).flat().map(String)));
  expect(counted.filter((said) => /(?<![\d,.])1 (days|minutes|items|authorizations)\b/.test(said))).toEqual([]);
  expect(mailWords('inspection_reminder', 'en', mailSamples.inspection_reminder[1]!).subject).toBe('澄江物流: 1 item of an inspection is open, 1 day is left');
});

it('mails what the desk says as it was said: its paragraphs, its lines and its links', () => {
  const words = mailWords('ticket_answered', 'en', { tenant: 'x', subject: 'Jobs wait', state: 'open', words: 'Please try:\r\n- job 7\n- job 8\n\nhttps://ocr.example/docs says\u202e <more>', link });
  const { text, html } = render(words, 'en');
  expect(text).toContain('Please try:\n- job 7\n- job 8\n\nhttps://ocr.example/docs says <more>');
  expect(html).toContain('Please try:<br>- job 7<br>- job 8</p>');
  expect(html).toContain('https://ocr.example/docs says &lt;more&gt;</p>');
});

it('lets no name pass for a header, a line, a link or markup of ours', () => {
  const words = mailWords('member_invited', 'en', { ...mailSamples.member_invited[0], tenant: 'A\r\nBcc: x@y.example', inviter: 'https://evil.example <b>Bo</b>' });
  const { subject, text, html } = render(words, 'en');
  expect(subject).toBe('Join A Bcc: x@y.example');
  expect(text).not.toContain('https://evil');
  expect(html).not.toContain('<b>');
});

it('takes what a name says for a name, whatever messages are written in', () => {
  expect(mailWords('ownership_taken', 'en', { tenant: '{owner}', owner: "{tenant, select, other {#}} O'Hara <b>" }).paragraphs).toEqual(["{tenant, select, other {#}} O'Hara <b> has taken over as owner of {owner}. You are a developer now."]);
});
