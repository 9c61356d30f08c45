import { memberRoles, staffRoles } from '@inkproof/contract';
import type { MailTemplate, MailValues } from '../mail-values.js';

/** All words of a closed set: one that is new to the set and missing here does not compile. */
const all = <Word extends string>(words: Record<Word, true>): Word[] => Object.keys(words) as Word[];

const factors = all<MailValues['factor_added']['kind']>({ totp: true, passkey: true });
const moves = all<MailValues['filing_moved']['what']>({ accepted: true, accepted_ahead: true, refused: true, correction_requested: true, superseded: true, withdrawn: true });
const requests = all<MailValues['request_clock']['request']>({ access: true, copy: true, withdraw: true, correct: true, delete: true, explain: true });
const marks = all<MailValues['request_clock']['mark']>({ received: true, forwarded: true, warned_50: true, warned_80: true, overdue: true });
const clocks = all<MailValues['ticket_warned']['clock']>({ first: true, next: true, resolution: true, unassigned: true });

export const link = 'https://ocr.example/invitation#abc&d';
const tenant = '澄江物流';
const due = '2026-12-22T16:00:00Z';

/** What each mail may be told, so that every choice of its words is made once. */
export const mailSamples: { [Template in MailTemplate]: [MailValues[Template], ...MailValues[Template][]] } = {
  member_invited: [{ tenant, inviter: 'Ada', role: 'guest', days: 7, link }, ...memberRoles.map((role) => ({ tenant, inviter: 'Ada', role, days: 1, link }))],
  staff_invited: [{ inviter: 'Ada', role: 'guest', days: 7, link }, ...staffRoles.map((role) => ({ inviter: 'Ada', role, days: 1, link }))],
  membership_ended: [{ tenant }],
  ownership_offered: [{ tenant, owner: 'Ada', days: 7, link }, { tenant, owner: 'Ada', days: 1, link }],
  ownership_taken: [{ tenant, owner: 'Bo' }],
  password_reset: [{ minutes: 30, link }, { minutes: 1, link }],
  password_was_reset: [{ link }],
  factor_added: [{ kind: 'totp', name: 'phone', link }, ...factors.map((kind) => ({ kind, name: "Bo's {key}", link }))],
  factor_removed: [{ kind: 'passkey', name: 'laptop', link }, ...factors.map((kind) => ({ kind, name: "Bo's {key}", link }))],
  key_leaked: [
    { tenant, label: 'billing', hint: 'ink_live_7f3a', where: 'code.example/repo/.env', link },
    { tenant, label: 'billing', hint: 'ink_live_7f3a', where: '', link },
  ],
  support_access_began: [{ tenant, reason: 'INC-7', minutes: 60, link }, { tenant, reason: 'INC-7', minutes: 1, link }],
  filing_moved: [{ filing: '签收授权书', number: 1234, what: 'accepted', day: '2026-12-01', link }, ...moves.map((what) => ({ filing: '签收授权书', number: 2, what, day: '2026-12-01', link }))],
  request_confirm: [{ tenant, request: 'withdraw', due, link }, ...requests.map((request) => ({ tenant, request, due, link }))],
  request_news: [{ tenant, request: 'delete', news: 'told', link }, ...requests.flatMap((request) => ['answered', 'refused', 'withdrawn', 'extended'].map((news) => ({ tenant, request, news, link })))],
  request_clock: [{ tenant, request: 'access', mark: 'warned_80', due, link }, ...requests.flatMap((request) => marks.map((mark) => ({ tenant, request, mark, due, link })))],
  inspection_drawn: [{ tenant, items: 2000, due, link }, { tenant, items: 1, due, link }],
  inspection_reminder: [{ tenant, open: 3, days: 3, due, link }, { tenant, open: 1, days: 1, due, link }, { tenant, open: 1, days: 0, due, link }],
  inspection_late: [{ tenant, open: 3, due, link }, { tenant, open: 1, due, link }],
  inspection_closed: [{ tenant, link }],
  ticket_answered: [
    { tenant, subject: '批量任务卡在排队', state: 'new', words: null, link },
    ...['open', 'waiting_tenant', 'waiting_provider', 'on_hold', 'resolved'].map((state) => ({ tenant, subject: "It's {stuck} <b>", state, words: 'Which *job*?\n\nSince when?', link })),
  ],
  ticket_warned: [{ tenant, subject: '批量任务卡在排队', priority: 'p1', clock: 'first', percent: 80, due, link }, ...clocks.flatMap((clock) => [50, 100, 1200].map((percent) => ({ tenant, subject: '批量任务卡在排队', priority: 'p2', clock, percent, due, link })))],
  intake_broke_off: [
    { since: '2026-11-27T02:00:00Z', met: 'no_answer', link },
    { since: '2026-11-27T02:00:00Z', met: null, link },
  ],
  attestation_due: [{ tenant, open: 3, copies: 4000, within: 14, due, link }, { tenant, open: 1, copies: 1, within: 14, due, link }],
  attestation_late: [{ tenant, open: 3, within: 14, due, link }, { tenant, open: 1, within: 14, due, link }],
  keeping_ends: [{ tenant, ends: [{ day: '2026-11-30', count: 1, left: 0 }, { day: '2026-12-01', count: 3, left: 1 }, { day: '2026-12-30', count: 4000, left: 30 }], link }],
  notice: [
    { tenant, title: '维护公告：数据库升级', paragraphs: ['期间识别接口不可用。', '开始：2026-12-01 02:00'], link },
    { tenant: '', title: 'Maintenance: {database}', paragraphs: ["It isn't there <meanwhile>."], link },
  ],
};

export const mailTemplates = Object.keys(mailSamples) as MailTemplate[];
