import { api, noticeTopics, type InboxNotice, type NoticeTopic } from '@inkproof/contract';
import { call } from '../../api';
import { readTrail, type Trail } from '../paging/trail';
import { inboxViews, type InboxView } from './inbox-page';

/** The inbox as the address asks for it. */
export const readInbox = async (asked: Record<string, string | string[] | undefined>): Promise<{ items: readonly InboxNotice[]; view: InboxView; topic: NoticeTopic | undefined; trail: Trail; next: string | null }> => {
  const trail = readTrail(asked);
  const view = inboxViews.find((one) => one === asked['show']) ?? 'all';
  const topic = noticeTopics.find((one) => one === asked['topic']);
  const { items, next_cursor } = await call(api.inbox.list, { query: { cursor: trail.cursor, show: view, topic } });
  return { items, view, topic, trail, next: next_cursor };
};
