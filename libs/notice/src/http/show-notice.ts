import type { InboxNotice, Notice, NoticeWishes } from '@inkproof/contract';
import type { ToldOf } from '../actions/keep-wishes.js';
import { noticeText } from '../model/notice-words.js';
import type { InboxRow } from '../store/inbox-store.js';
import type { ToldRow } from '../store/told-store.js';

const said = ({ kind, words }: Pick<ToldRow, 'kind' | 'words'>): Pick<Notice, 'title' | 'paragraphs'> => {
  const [zh, en] = [noticeText(kind, words, 'zh'), noticeText(kind, words, 'en')];
  return { title: { zh: zh.title, en: en.title }, paragraphs: { zh: zh.paragraphs, en: en.paragraphs } };
};

export const showInboxNotice = ({ id, readAt, pinned, notice: { id: notice, kind, subject, words, link, publishedAt } }: InboxRow): InboxNotice => ({
  id, notice, kind, subject, ...said({ kind, words }), link, published_at: publishedAt.toISOString(), read_at: readAt?.toISOString() ?? null, pinned: pinned && readAt === null,
});

export const showTold = ({ id, kind, subject, words, link, publishedAt, toldAt, duty, reachedAt, deliveries }: ToldRow): Notice => ({
  id, kind, subject, ...said({ kind, words }), link, published_at: publishedAt.toISOString(), told_at: toldAt.toISOString(), duty, reached_at: reachedAt?.toISOString() ?? null, deliveries,
});

export const showWishes = (items: readonly ToldOf[]): NoticeWishes => ({
  items: items.map(({ kind, told, owed }) => ({ kind, app: { told: told.includes('app'), owed: owed.includes('app') }, mail: { told: told.includes('mail'), owed: owed.includes('mail') } })),
});
