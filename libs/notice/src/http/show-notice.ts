import type { InboxNotice, NoticeWishes } from '@inkproof/contract';
import type { ToldOf } from '../actions/keep-wishes.js';
import { noticeText } from '../model/notice-words.js';
import type { InboxRow } from '../store/inbox-store.js';

export const showInboxNotice = ({ id, readAt, pinned, notice: { id: notice, kind, subject, words, link, publishedAt } }: InboxRow): InboxNotice => {
  const [zh, en] = [noticeText(kind, words, 'zh'), noticeText(kind, words, 'en')];
  return { id, notice, kind, subject, title: { zh: zh.title, en: en.title }, paragraphs: { zh: zh.paragraphs, en: en.paragraphs }, link, published_at: publishedAt.toISOString(), read_at: readAt?.toISOString() ?? null, pinned: pinned && readAt === null };
};

export const showWishes = (items: readonly ToldOf[]): NoticeWishes => ({
  items: items.map(({ kind, told, owed }) => ({ kind, app: { told: told.includes('app'), owed: owed.includes('app') }, mail: { told: told.includes('mail'), owed: owed.includes('mail') } })),
});
