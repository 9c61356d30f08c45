import type { NoticeKind } from '@inkproof/contract';
import type { Notices } from '@inkproof/notice';
import type { Tx } from '@inkproof/platform';
import { messageOf } from '../model/message.js';
import { touchedBy } from '../model/touch.js';
import type { StoredVersion, StoredWindow, WindowStore } from '../store/window-store.js';

export type Message = Extract<NoticeKind, `maintenance.${string}`> extends `maintenance.${infer Name}` ? Name : never;

/** What tells one saying of a message from another: each is told once, however often it is asked for. */
const once = ({ id, version, now }: StoredWindow, message: Message): string => {
  const of = { day_before: now.startsAt.toISOString(), hour_before: now.startsAt.toISOString(), overrun: now.endsAt.toISOString(), changed: String(version) } as const;
  return [id, message, ...(message in of ? [of[message as keyof typeof of]] : [])].join(':');
};

/** Has those told whom a window concerns, in the transaction of what it tells of. */
export class TellOfMaintenance {
  constructor(
    private readonly notices: Notices,
    private readonly store: WindowStore,
  ) {}

  /** `before` is what it said until now: whom it does not concern any more is told of that too. */
  async tell(tx: Tx, window: StoredWindow, message: Message, { words, before }: { words?: string | undefined; before?: StoredVersion } = {}): Promise<void> {
    const versions = before ? [window.now, before] : [window.now];
    const titles = Object.fromEntries((await this.store.components(tx)).map(({ id, nameZh, nameEn }) => [id, { zh: nameZh, en: nameEn }]));
    await this.notices.publish(tx, {
      kind: `maintenance.${message}`,
      subject: window.id,
      once: once(window, message),
      audience: { components: [...new Set(versions.flatMap(({ impacts }) => touchedBy(impacts)))], plans: versions.some(({ plans }) => plans.length === 0) ? 'all' : [...new Set(versions.flatMap(({ plans }) => plans))] },
      values: messageOf(window.now, titles, words),
      link: `/maintenance/${window.id}`,
      ...(window.startedAt === null && { reachBy: window.now.startsAt }),
    });
  }
}
