import { shanghaiDay } from '@inkproof/kernel';

export const mailLocales = ['zh-CN', 'en'] as const;
export type MailLocale = (typeof mailLocales)[number];

/** The one of them in which somebody is written to whose language is known. */
export const mailLocaleOf = (language: string): MailLocale => (language === 'en' ? 'en' : 'zh-CN');

type RequestWord = 'access' | 'copy' | 'withdraw' | 'correct' | 'delete' | 'explain';
type TicketClockWord = 'first' | 'next' | 'resolution' | 'unassigned';
type ClockWord = 'received' | 'forwarded' | 'warned_50' | 'warned_80' | 'overdue';

/** What each mail has to be told. `link` opens something; everything else is shown. */
export interface MailValues {
  member_invited: { tenant: string; inviter: string; role: string; days: number; link: string };
  staff_invited: { inviter: string; role: string; days: number; link: string };
  membership_ended: { tenant: string };
  ownership_offered: { tenant: string; owner: string; days: number; link: string };
  ownership_taken: { tenant: string; owner: string };
  password_reset: { minutes: number; link: string };
  password_was_reset: { link: string };
  factor_added: { kind: 'totp' | 'passkey'; name: string; link: string };
  factor_removed: { kind: 'totp' | 'passkey'; name: string; link: string };
  /** `where` is empty when nobody said. */
  key_leaked: { tenant: string; label: string; hint: string; where: string; link: string };
  support_access_began: { tenant: string; reason: string; minutes: number; link: string };
  /** `day`: the first on which the version is used, in Shanghai. */
  filing_moved: { filing: string; number: number; what: 'accepted' | 'accepted_ahead' | 'refused' | 'correction_requested' | 'superseded' | 'withdrawn'; day: string; link: string };
  /** `due` is a moment (RFC 3339); the day that counts is the one that ends there, in Shanghai. */
  request_confirm: { tenant: string; request: RequestWord; due: string; link: string };
  request_news: { tenant: string; request: RequestWord; news: string; link: string };
  request_clock: { tenant: string; request: RequestWord; mark: ClockWord; due: string; link: string };
  inspection_drawn: { tenant: string; items: number; due: string; link: string };
  inspection_reminder: { tenant: string; open: number; days: number; due: string; link: string };
  /** To compliance staff. */
  inspection_late: { tenant: string; open: number; due: string; link: string };
  inspection_closed: { tenant: string; link: string };
  /** `words` are what was said; null where mail cannot be answered, and then they stay in the ticket. */
  ticket_answered: { tenant: string; subject: string; state: string; words: string | null; link: string };
  /** To the staff. `due` is a moment (RFC 3339). */
  ticket_warned: { tenant: string; subject: string; priority: string; clock: TicketClockWord; percent: number; due: string; link: string };
  /** To whoever is on call. `since` is a moment (RFC 3339); `met` a code, null where nobody tried. */
  intake_broke_off: { since: string; met: string | null; link: string };
  /** Days of Shanghai, each the last on which so much is kept. */
  keeping_ends: { tenant: string; ends: { day: string; count: number; left: number }[]; link: string };
  /** In the language of the mail. `tenant` is empty for the staff. */
  notice: { tenant: string; title: string; paragraphs: string[]; link: string };
}
export type MailTemplate = keyof MailValues;

/** One mail in words: paragraphs, and at most one thing to open. */
export interface MailWords {
  subject: string;
  paragraphs: string[];
  open?: { label: string; link: string };
}

/** As the console calls them. */
const roleWords: Record<MailLocale, Record<string, string>> = {
  'zh-CN': { owner: '所有者', developer: '开发者', privacy: '隐私专员', viewer: '只读成员', admin: '管理员', operator: '运维', compliance: '合规', support: '客服', auditor: '审计' },
  en: { owner: 'owner', developer: 'developer', privacy: 'privacy officer', viewer: 'viewer', admin: 'administrator', operator: 'operator', compliance: 'compliance officer', support: 'support', auditor: 'auditor' },
};

const factorWords: Record<MailLocale, Record<'totp' | 'passkey', string>> = { 'zh-CN': { totp: '验证器应用', passkey: '通行密钥' }, en: { totp: 'authenticator app', passkey: 'passkey' } };

const beijing = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });
const momentOf = (moment: string): string => beijing.format(new Date(moment));

const ticketStateWords: Record<MailLocale, Record<string, string>> = {
  'zh-CN': { open: '处理中', waiting_tenant: '等待贵司答复', waiting_provider: '运营方处理中', on_hold: '搁置', resolved: '已解决' },
  en: { open: 'open', waiting_tenant: 'waiting for you', waiting_provider: 'waiting for us', on_hold: 'on hold', resolved: 'resolved' },
};
const ticketClockWords: Record<MailLocale, Record<TicketClockWord, string>> = {
  'zh-CN': { first: '首次响应', next: '下次更新', resolution: '解决', unassigned: '无人认领' },
  en: { first: 'first response', next: 'next response', resolution: 'resolution', unassigned: 'nobody has taken it' },
};

/** What was said, under the line above which an answer is written (`own-words.ts` of support looks for it). */
const answerable = (words: string | null, above: string): string[] => (words === null ? [] : [`##- ${above} -##`, ...words.split(/\n{2,}/)]);

type FilingMove = MailValues['filing_moved']['what'];
const filingMoves: Record<MailLocale, Record<FilingMove, [state: string, meaning: string]>> = {
  'zh-CN': {
    accepted: ['已受理', '即刻起，识别可依此版授权进行。受理只表示要素齐备，贵司应负的义务不变。'],
    accepted_ahead: ['已受理，尚未生效', '自生效日零时（上海时间）起，识别可依此版授权进行；在此之前，现行版继续有效。受理只表示要素齐备，贵司应负的义务不变。'],
    refused: ['不予受理', '理由见报备记录。'],
    correction_requested: ['需补正', '请按审核说明补正后重新提交。'],
    superseded: ['已被新版替代', '即刻起，新的识别须依新版进行；此前已进行的处理不受影响。'],
    withdrawn: ['已撤回', '即刻起，识别不能再依此版进行；此前已进行的处理不受影响。'],
  },
  en: {
    accepted: ['was accepted for filing', 'From now on recognitions may rely on it. Acceptance says that its elements are present; your own duties stay.'],
    accepted_ahead: ['was accepted for filing ahead of its day', 'Recognitions may rely on it from the beginning of its first day, in Shanghai; until then the version in force stays so. Acceptance says that its elements are present; your own duties stay.'],
    refused: ['was refused', 'The reason stands in its history.'],
    correction_requested: ['was sent back for correction', 'Correct it as the reviewer says and hand it in again.'],
    superseded: ['was superseded by a newer version', 'From now on recognitions rely on the new one. What was done before is not affected.'],
    withdrawn: ['was withdrawn', 'From now on no recognition may rely on it. What was done before is not affected.'],
  },
};

const requestWords: Record<MailLocale, Record<RequestWord, string>> = {
  'zh-CN': { access: '查阅', copy: '复制', withdraw: '撤回同意', correct: '更正', delete: '删除', explain: '解释说明' },
  en: { access: 'to see', copy: 'for a copy of', withdraw: 'to withdraw consent for', correct: 'to correct', delete: 'to delete', explain: 'for an explanation about' },
};
const newsWords: Record<MailLocale, Record<string, string>> = {
  'zh-CN': { answered: '已答复', refused: '未获同意，理由见链接', withdrawn: '已按你的意思撤回', extended: '需要更多时间，理由见链接' },
  en: { answered: 'was answered', refused: 'was not granted; the reason is behind the link', withdrawn: 'was taken back as you asked', extended: 'needs more time; the reason is behind the link' },
};
const clockWords: Record<MailLocale, Record<ClockWord, string>> = {
  'zh-CN': { received: '有人提出了新的请求', forwarded: '运营方转来一件请求', warned_50: '期限已过半', warned_80: '期限已过五分之四', overdue: '已超过期限' },
  en: { received: 'A person made a request', forwarded: 'The provider passed a request on', warned_50: 'Half of the time has passed', warned_80: 'Four fifths of the time have passed', overdue: 'The time is over' },
};

/** The last day of a term that ends at this instant, in Shanghai. */
const sumOf = (ends: MailValues['keeping_ends']['ends']): number => ends.reduce((sum, { count }) => sum + count, 0);

const lastDayOf = (due: string): string => shanghaiDay(new Date(Date.parse(due) - 1));

type Said = { [Template in MailTemplate]: (values: MailValues[Template]) => MailWords };

const zh: Said = {
  member_invited: ({ tenant, inviter, role, days, link }) => ({
    subject: `邀请加入 ${tenant}`,
    paragraphs: [`${inviter} 邀请你以「${roleWords['zh-CN'][role] ?? role}」身份加入 ${tenant} 在墨证的工作区。`, `链接 ${days} 天内有效，只能用一次。若你不认识邀请人，不必理会。`],
    open: { label: '接受邀请', link },
  }),
  staff_invited: ({ inviter, role, days, link }) => ({
    subject: '邀请加入墨证运营',
    paragraphs: [`${inviter} 邀请你以「${roleWords['zh-CN'][role] ?? role}」身份加入墨证的运营人员。`, `链接 ${days} 天内有效，只能用一次。`],
    open: { label: '接受邀请', link },
  }),
  membership_ended: ({ tenant }) => ({ subject: `你已不再是 ${tenant} 的成员`, paragraphs: [`你在 ${tenant} 的成员身份已被移除，相关登录已结束。`, '如有疑问，请联系该甲方的所有者。'] }),
  ownership_offered: ({ tenant, owner, days, link }) => ({
    subject: `${owner} 想把 ${tenant} 交给你`,
    paragraphs: [`${owner} 提议由你接任 ${tenant} 的所有者。你接受之前，一切照旧。`, `提议 ${days} 天内有效，登录后在「双人复核」页接受或谢绝。`],
    open: { label: '查看提议', link },
  }),
  ownership_taken: ({ tenant, owner }) => ({ subject: `${tenant} 换了所有者`, paragraphs: [`${owner} 已接任 ${tenant} 的所有者，你现在是开发者。`] }),
  password_reset: ({ minutes, link }) => ({
    subject: '重设墨证密码',
    paragraphs: [`有人请求重设这个邮箱的密码。链接 ${minutes} 分钟内有效，只能用一次。`, '若不是你，不必理会：密码没有改变。'],
    open: { label: '重设密码', link },
  }),
  password_was_reset: ({ link }) => ({ subject: '你的墨证密码已重设', paragraphs: ['密码刚刚经由邮件重设，所有登录均已结束。', '若不是你，请立即再次重设，并告知管理员。'], open: { label: '前往登录', link } }),
  factor_added: ({ kind, name, link }) => ({
    subject: '你的墨证账号添加了第二重验证',
    paragraphs: [`账号刚刚添加了${factorWords['zh-CN'][kind]}「${name}」，以后可用它证明是你本人。`, '若不是你，请立即重设密码、移除它，并告知管理员。'],
    open: { label: '前往登录', link },
  }),
  factor_removed: ({ kind, name, link }) => ({
    subject: '你的墨证账号移除了第二重验证',
    paragraphs: [`账号刚刚移除了${factorWords['zh-CN'][kind]}「${name}」，它不再能证明是你本人。`, '若不是你，请立即重设密码，并告知管理员。'],
    open: { label: '前往登录', link },
  }),
  key_leaked: ({ tenant, label, hint, where, link }) => ({
    subject: `${tenant} 的密钥「${label}」已泄露并吊销`,
    paragraphs: [`有人出示了密钥「${label}」（${hint}…）的全文，说明它已落入他人之手。这把密钥已立即吊销，用它的程序现在会被拒绝。`, where ? `报告的位置：${where}` : '报告没有说明在哪里发现。', '请签发新密钥，换进程序，并从发现处清除旧密钥。'],
    open: { label: '查看密钥', link },
  }),
  support_access_began: ({ tenant, reason, minutes, link }) => ({
    subject: `运营人员正在查看 ${tenant} 的数据`,
    paragraphs: [`运营人员开启了对 ${tenant} 的支持访问，最长 ${minutes} 分钟，只读，不含识别结果。事由：${reason}`, '每次查看都会记入贵方的审计日志，你可随时结束。'],
    open: { label: '查看支持访问', link },
  }),
  filing_moved: ({ filing, number, what, day, link }) => ({ subject: `报备《${filing}》第 ${number} 版${filingMoves['zh-CN'][what][0]}`, paragraphs: [`授权文本《${filing}》第 ${number} 版${filingMoves['zh-CN'][what][0]}。`, ...(what === 'accepted_ahead' ? [`生效日：${day}。`] : []), filingMoves['zh-CN'][what][1]], open: { label: '查看报备', link } }),
  request_confirm: ({ tenant, request, due, link }) => ({
    subject: `请确认你向 ${tenant} 提出的请求`,
    paragraphs: [`你向 ${tenant} 提出了关于个人信息的请求：${requestWords['zh-CN'][request]}。`, `请打开链接确认这个邮箱，之后也从这里查看进展。对方应在 ${lastDayOf(due)} 前（含当日）答复。`, '若不是你提出的，不必理会，两周后自动失效。'],
    open: { label: '确认并查看', link },
  }),
  request_news: ({ tenant, request, news, link }) => ({
    subject: `${tenant}：你的请求有了进展`,
    paragraphs: [`你向 ${tenant} 提出的请求（${requestWords['zh-CN'][request]}）${newsWords['zh-CN'][news] ?? '有了进展'}。`],
    open: { label: '查看', link },
  }),
  request_clock: ({ tenant, request, mark, due, link }) => ({
    subject: `${tenant}：个人信息主体请求——${clockWords['zh-CN'][mark]}`,
    paragraphs: [`${clockWords['zh-CN'][mark]}：${requestWords['zh-CN'][request]}。答复期限：${lastDayOf(due)}（含当日）。`, '为保护个人信息，邮件不含请求内容。'],
    open: { label: '前往处理', link },
  }),
  inspection_drawn: ({ tenant, items, due, link }) => ({
    subject: `${tenant}：授权核查已抽样，共 ${items} 项`,
    paragraphs: [`运营方按协议三.1(5) 对 ${tenant} 的个人授权开展核查，抽取了 ${items} 项。请在 ${lastDayOf(due)} 前（含当日）逐项作答，可分次保存。`],
    open: { label: '查看并作答', link },
  }),
  inspection_reminder: ({ tenant, open, days, due, link }) => ({
    subject: `${tenant}：核查还有 ${open} 项未作答，剩 ${days} 天`,
    paragraphs: [`核查还有 ${open} 项未作答，期限为 ${lastDayOf(due)}（含当日）。逾期将转交合规人员处理。`],
    open: { label: '继续作答', link },
  }),
  inspection_late: ({ tenant, open, due, link }) => ({
    subject: `${tenant} 的核查已逾期`,
    paragraphs: [`${tenant} 在 ${lastDayOf(due)} 前还有 ${open} 项未作答，请处理。`],
    open: { label: '查看核查', link },
  }),
  ticket_answered: ({ tenant, subject, state, words, link }) => ({
    subject: `${tenant}：工单有新答复——${subject}`,
    paragraphs: [...answerable(words, '回复请写在此行以上'), `运营方已答复工单“${subject}”，现状态：${ticketStateWords['zh-CN'][state] ?? state}。`],
    open: { label: '查看答复', link },
  }),
  ticket_warned: ({ tenant, subject, priority, clock, percent, due, link }) => ({
    subject: `${priority.toUpperCase()} ${tenant}：${ticketClockWords['zh-CN'][clock]}${clock === 'unassigned' ? '' : percent >= 100 ? '已超时' : `已用 ${percent}%`}`,
    paragraphs: [`工单“${subject}”：${ticketClockWords['zh-CN'][clock]}${clock === 'unassigned' ? '' : `时钟已用 ${percent}%`}。到期：${momentOf(due)}（北京时间）。`],
    open: { label: '前往工单台', link },
  }),
  intake_broke_off: ({ since, met, link }) => ({
    subject: 'P1 工单受理未能证实',
    paragraphs: [`自 ${momentOf(since)}（北京时间）起，没有自检工单证实工单可以受理。${met === null ? '其间未曾尝试：请确认 worker 在运行。' : `最近一次遇到：${met}。`}`, '恢复后自行记录，不再另行通知。'],
    open: { label: '查看受理证明', link },
  }),
  inspection_closed: ({ tenant, link }) => ({
    subject: `${tenant}：核查已结束`,
    paragraphs: ['运营方已给出核查结论与理由。无论是否核查、结论如何，均不影响贵方依协议承担的保证义务及责任。'],
    open: { label: '查看结论', link },
  }),
  keeping_ends: ({ tenant, ends, link }) => ({
    subject: `${tenant}：${sumOf(ends)} 份自行保管的授权资料即将期满`,
    paragraphs: [`下列授权资料由 ${tenant} 自行保管，须保存到所列日期（上海时间，含当日）：`, ...ends.map(({ day, count, left }) => `${day}：${count} 份，${left === 0 ? '今天是最后一天' : `还有 ${left} 天`}`), '期满之前须能出示备查，请勿提前销毁；期满之后继续保存，须另有依据。'],
    open: { label: '查看保存日历', link },
  }),
  notice: ({ tenant, title, paragraphs, link }) => ({ subject: title, paragraphs: [...paragraphs, ...(tenant ? [`此通知发给 ${tenant}。`] : [])], open: { label: '查看详情', link } }),
};

const en: Said = {
  member_invited: ({ tenant, inviter, role, days, link }) => ({
    subject: `Join ${tenant}`,
    paragraphs: [`${inviter} invites you to join ${tenant} on Inkproof as ${roleWords.en[role] ?? role}.`, `The link works once, for ${days} days. If you do not know who invites you, there is nothing to do.`],
    open: { label: 'Accept the invitation', link },
  }),
  staff_invited: ({ inviter, role, days, link }) => ({
    subject: 'Join the Inkproof staff',
    paragraphs: [`${inviter} invites you to join the staff of this Inkproof as ${roleWords.en[role] ?? role}.`, `The link works once, for ${days} days.`],
    open: { label: 'Accept the invitation', link },
  }),
  membership_ended: ({ tenant }) => ({ subject: `You are no longer a member of ${tenant}`, paragraphs: [`Your membership of ${tenant} has ended, and so have your sessions there.`, 'An owner of the tenant can tell you more.'] }),
  ownership_offered: ({ tenant, owner, days, link }) => ({
    subject: `${owner} offers you ${tenant}`,
    paragraphs: [`${owner} proposes that you take over as owner of ${tenant}. Nothing changes until you accept.`, `The offer stands for ${days} days. Sign in and accept or decline it on the approvals page.`],
    open: { label: 'See the offer', link },
  }),
  ownership_taken: ({ tenant, owner }) => ({ subject: `${tenant} has a new owner`, paragraphs: [`${owner} has taken over as owner of ${tenant}. You are a developer now.`] }),
  password_reset: ({ minutes, link }) => ({
    subject: 'Reset your Inkproof password',
    paragraphs: [`Somebody asked to reset the password of this address. The link works once, for ${minutes} minutes.`, 'If it was not you, there is nothing to do: the password has not changed.'],
    open: { label: 'Reset the password', link },
  }),
  password_was_reset: ({ link }) => ({ subject: 'Your Inkproof password was reset', paragraphs: ['Your password was just reset by e-mail, and all sessions have ended.', 'If it was not you, reset it again at once and tell your administrator.'], open: { label: 'Sign in', link } }),
  factor_added: ({ kind, name, link }) => ({
    subject: 'A second factor was added to your Inkproof account',
    paragraphs: [`The ${factorWords.en[kind]} “${name}” was just added, and proves from now on that it is you.`, 'If it was not you, set a new password at once, remove it, and tell your administrator.'],
    open: { label: 'Go to the sign-in', link },
  }),
  factor_removed: ({ kind, name, link }) => ({
    subject: 'A second factor was removed from your Inkproof account',
    paragraphs: [`The ${factorWords.en[kind]} “${name}” was just removed, and proves nothing any more.`, 'If it was not you, set a new password at once and tell your administrator.'],
    open: { label: 'Go to the sign-in', link },
  }),
  key_leaked: ({ tenant, label, hint, where, link }) => ({
    subject: `An API key of ${tenant} leaked and was revoked: ${label}`,
    paragraphs: [`Somebody showed the whole of the key “${label}” (${hint}…), so it is in other hands. It was revoked at once, and programs that use it are refused now.`, where ? `It was found at: ${where}` : 'The report does not say where it was found.', 'Issue another key, give it to your programs, and remove the old one from where it was found.'],
    open: { label: 'See the keys', link },
  }),
  support_access_began: ({ tenant, reason, minutes, link }) => ({
    subject: `Provider staff are looking at data of ${tenant}`,
    paragraphs: [`The provider's staff opened a support access to ${tenant}, for ${minutes} minutes at most, to read only, without results of recognitions. Reason: ${reason}`, 'Every look is written into your audit log, and you can end it at any time.'],
    open: { label: 'See the support access', link },
  }),
  filing_moved: ({ filing, number, what, day, link }) => ({ subject: `Filing “${filing}”, version ${number} ${filingMoves.en[what][0]}`, paragraphs: [`Version ${number} of the filed text “${filing}” ${filingMoves.en[what][0]}.`, ...(what === 'accepted_ahead' ? [`Its first day is ${day}.`] : []), filingMoves.en[what][1]], open: { label: 'See the filing', link } }),
  request_confirm: ({ tenant, request, due, link }) => ({
    subject: `Confirm your request to ${tenant}`,
    paragraphs: [`You asked ${tenant} ${requestWords.en[request]} personal information about you.`, `Open the link to confirm this address; the state of your request is shown there too. It is to be answered by the end of ${lastDayOf(due)}.`, 'If it was not you, there is nothing to do: it lapses after two weeks.'],
    open: { label: 'Confirm and follow', link },
  }),
  request_news: ({ tenant, request, news, link }) => ({
    subject: `${tenant}: news of your request`,
    paragraphs: [`Your request to ${tenant} ${requestWords.en[request]} personal information ${newsWords.en[news] ?? 'has news'}.`],
    open: { label: 'Read it', link },
  }),
  request_clock: ({ tenant, request, mark, due, link }) => ({
    subject: `${tenant}: ${clockWords.en[mark].toLowerCase()} (data-subject request)`,
    paragraphs: [`${clockWords.en[mark]}: ${requestWords.en[request]} personal information. To be answered by the end of ${lastDayOf(due)}.`, 'What was asked is not in this mail, because it is personal information.'],
    open: { label: 'Go to the request', link },
  }),
  inspection_drawn: ({ tenant, items, due, link }) => ({
    subject: `${tenant}: a sample of ${items} authorizations was drawn`,
    paragraphs: [`The provider inspects authorizations of ${tenant} under clause III.1(5) of the agreement, and drew ${items}. Please answer each by the end of ${lastDayOf(due)}; what you save in part is kept.`],
    open: { label: 'See and answer', link },
  }),
  inspection_reminder: ({ tenant, open, days, due, link }) => ({
    subject: `${tenant}: ${open} items of an inspection are open, ${days} days are left`,
    paragraphs: [`${open} items are not answered yet. The last day is ${lastDayOf(due)}; what is late goes to the provider's compliance staff.`],
    open: { label: 'Go on answering', link },
  }),
  inspection_late: ({ tenant, open, due, link }) => ({
    subject: `The inspection of ${tenant} is late`,
    paragraphs: [`${open} items were not answered by the end of ${lastDayOf(due)}. Please look into it.`],
    open: { label: 'See the inspection', link },
  }),
  ticket_answered: ({ tenant, subject, state, words, link }) => ({
    subject: `${tenant}: your ticket was answered: ${subject}`,
    paragraphs: [...answerable(words, 'Reply above this line'), `The provider has answered the ticket "${subject}". It is now ${ticketStateWords.en[state] ?? state}.`],
    open: { label: 'Read the answer', link },
  }),
  ticket_warned: ({ tenant, subject, priority, clock, percent, due, link }) => ({
    subject: `${priority.toUpperCase()} ${tenant}: ${ticketClockWords.en[clock]}${clock === 'unassigned' ? '' : percent >= 100 ? ' is late' : ` at ${percent} %`}`,
    paragraphs: [`Ticket "${subject}": ${ticketClockWords.en[clock]}${clock === 'unassigned' ? '' : `, ${percent} % of the time is spent`}. Due ${momentOf(due)} (Beijing time).`],
    open: { label: 'Go to the desk', link },
  }),
  intake_broke_off: ({ since, met, link }) => ({
    subject: 'P1 Nothing proves that tickets are taken',
    paragraphs: [`Since ${momentOf(since)} (Beijing time) no ticket of our own was taken. ${met === null ? 'None was tried: see that a worker runs.' : `What was met last: ${met}.`}`, 'When it is proven again that is noted by itself, and no other mail follows.'],
    open: { label: 'See the proof of intake', link },
  }),
  inspection_closed: ({ tenant, link }) => ({
    subject: `${tenant}: the inspection is closed`,
    paragraphs: ['The provider has said what came of it, and why. Whether or not anything was checked, and whatever came of it, your own duty under the agreement stays.'],
    open: { label: 'See what came of it', link },
  }),
  keeping_ends: ({ tenant, ends, link }) => ({
    subject: `${tenant}: material of ${sumOf(ends)} authorizations need not be kept much longer`,
    paragraphs: [`${tenant} keeps this material itself, through the end of the day named (Shanghai time):`, ...ends.map(({ day, count, left }) => `${day}: ${count}, ${left === 0 ? 'today is the last day' : left === 1 ? '1 day is left' : `${left} days are left`}`), 'Until then you must be able to show it, so destroy none of it. To keep it longer you need a reason of its own.'],
    open: { label: 'See the calendar', link },
  }),
  notice: ({ tenant, title, paragraphs, link }) => ({ subject: title, paragraphs: [...paragraphs, ...(tenant ? [`This notice is for ${tenant}.`] : [])], open: { label: 'See more', link } }),
};

/** A name somebody chose may not pass for a line, a header or a link of ours. */
const harmless = (value: string): string => value.replace(/[\p{C}\s]+/gu, ' ').replace(/(https?:)?\/\//gi, ' ').trim();
const harmlessWithin = (value: unknown): unknown => (typeof value === 'string' ? harmless(value) : Array.isArray(value) ? value.map(harmlessWithin) : value);

/** Every mail this install sends, in both languages. */
export const mailWords = <Template extends MailTemplate>(template: Template, locale: MailLocale, values: MailValues[Template]): MailWords => {
  const shown = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, name === 'link' ? value : harmlessWithin(value)]));
  return (locale === 'en' ? en : zh)[template](shown as MailValues[Template]);
};
