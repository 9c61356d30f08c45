import type { NoticeKind, NoticeSetting } from '@inkproof/contract';
import type { Notices } from '@inkproof/notice';
import type { Tx } from '@inkproof/platform';
import { momentInWords, wordsOf, type InBoth } from '../model/change-words.js';
import type { StoredChange } from '../store/change-store.js';

type Kind = Extract<NoticeKind, `change.${string}`>;
type Values = Record<string, string>;

/** What is said beside what the notice says of itself. */
interface Said {
  /** As somebody wrote it. */
  reason?: string | undefined;
  text?: InBoth;
}

/** Of the provider, whoever decides on changes. */
const deciding = ['admin', 'operator'] as const;

/** Word of change notices to both sides. */
export class TellOfChange {
  constructor(private readonly notices: Notices) {}

  async theTenant(tx: Tx, notice: StoredChange, kind: Kind, said: Said = {}): Promise<void> {
    await this.#publish(tx, notice, kind, said, { audience: { tenants: [notice.tenantId] }, once: `${notice.id}:${kind}:tenant`, link: `/changes/${notice.id}` });
  }

  async theProvider(tx: Tx, notice: StoredChange, kind: Kind, said: Said = {}): Promise<void> {
    await this.#publish(tx, notice, kind, said, { audience: { staff: deciding }, once: `${notice.id}:${kind}:provider`, link: `/admin/changes/${notice.id}` });
  }

  async both(tx: Tx, notice: StoredChange, kind: Kind, said: Said = {}): Promise<void> {
    await this.theTenant(tx, notice, kind, said);
    await this.theProvider(tx, notice, kind, said);
  }

  async #publish(tx: Tx, notice: StoredChange, kind: Kind, { reason = '', text }: Said, to: Pick<Parameters<Notices['publish']>[1], 'audience' | 'once' | 'link'>): Promise<void> {
    const settings = notice.settings as NoticeSetting[];
    const { dueBy } = notice.standing;
    const values = (language: 'zh' | 'en'): Values => ({
      title: wordsOf(settings, language),
      tenant: notice.tenant.name,
      effective: notice.effectiveAt ? momentInWords(notice.effectiveAt) : '',
      due: dueBy === null ? '' : momentInWords(new Date(dueBy)),
      reason,
      text: text?.[language] ?? '',
    });
    await this.notices.publish(tx, { kind, subject: notice.id, values: { zh: values('zh'), en: values('en') }, ...to });
  }
}
