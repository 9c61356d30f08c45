import { describe, expect, it } from 'vitest';
import { render } from './render.js';
import { mailLocales, mailWords, type MailTemplate, type MailValues } from './templates.js';

const link = 'https://ocr.example/invitation#abc&d';
const values: MailValues = {
  member_invited: { tenant: '澄江物流', inviter: 'Ada', role: 'viewer', days: 7, link },
  staff_invited: { inviter: 'Ada', role: 'support', days: 7, link },
  membership_ended: { tenant: '澄江物流' },
  ownership_offered: { tenant: '澄江物流', owner: 'Ada', days: 7, link },
  ownership_taken: { tenant: '澄江物流', owner: 'Bo' },
  password_reset: { minutes: 30, link },
  password_was_reset: { link },
  factor_added: { kind: 'totp', name: 'phone', link },
  factor_removed: { kind: 'passkey', name: 'laptop', link },
  key_leaked: { tenant: '澄江物流', label: 'billing', hint: 'ink_live_7f3a', where: 'code.example/repo/.env', link },
  support_access_began: { tenant: '澄江物流', reason: 'INC-7', minutes: 60, link },
  filing_moved: { filing: '签收授权书', number: 2, what: 'accepted_ahead', day: '2026-12-01', link },
  request_confirm: { tenant: '澄江物流', request: 'withdraw', due: '2026-12-22T16:00:00Z', link },
  request_news: { tenant: '澄江物流', request: 'delete', news: 'refused', link },
  request_clock: { tenant: '澄江物流', request: 'access', mark: 'warned_80', due: '2026-12-22T16:00:00Z', link },
  inspection_drawn: { tenant: '澄江物流', items: 20, due: '2026-12-22T16:00:00Z', link },
  inspection_reminder: { tenant: '澄江物流', open: 3, days: 3, due: '2026-12-22T16:00:00Z', link },
  inspection_late: { tenant: '澄江物流', open: 3, due: '2026-12-22T16:00:00Z', link },
  inspection_closed: { tenant: '澄江物流', link },
  ticket_answered: { tenant: '澄江物流', subject: '批量任务卡在排队', state: 'waiting_tenant', words: 'Which *job*?\n\nSince when?', link },
  ticket_warned: { tenant: '澄江物流', subject: '批量任务卡在排队', priority: 'p1', clock: 'first', percent: 80, due: '2026-12-22T16:00:00Z', link },
  intake_broke_off: { since: '2026-11-27T02:00:00Z', met: 'no_answer', link },
  keeping_ends: { tenant: '澄江', ends: [{ day: '2026-12-01', count: 3, left: 1 }, { day: '2026-12-30', count: 40, left: 30 }], link },
  notice: { tenant: '澄江物流', title: '维护公告：数据库升级', paragraphs: ['期间识别接口不可用。', '开始：2026-12-01 02:00'], link },
};

it('names the last day of a term as people in Shanghai count it', () => {
  expect(mailWords('request_confirm', 'en', values.request_confirm).paragraphs[1]).toContain('the end of 2026-12-22');
});

describe.each(mailLocales)('in %s', (locale) => {
  it.each(Object.keys(values) as MailTemplate[])('%s says its piece in text and in HTML, with the link in both', (template) => {
    const words = mailWords(template, locale, values[template]);
    const { subject, text, html } = render(words, locale);
    expect(subject.length).toBeGreaterThan(4);
    expect(`${subject}${text}${html}`).not.toMatch(/undefined|\[object/);
    for (const paragraph of words.paragraphs) expect(text).toContain(paragraph);
    expect(text.includes(link)).toBe('link' in values[template]);
    expect(html.includes('#abc&amp;d')).toBe('link' in values[template]);
  });
});

it('lets no name pass for a header, a line, a link or markup of ours', () => {
  const words = mailWords('member_invited', 'en', { ...values.member_invited, tenant: 'A\r\nBcc: x@y.example', inviter: 'https://evil.example <b>Bo</b>' });
  const { subject, text, html } = render(words, 'en');
  expect(subject).toBe('Join A Bcc: x@y.example');
  expect(text).not.toContain('https://evil');
  expect(html).not.toContain('<b>');
});
