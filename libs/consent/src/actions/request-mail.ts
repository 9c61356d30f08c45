import type { RequestKind, RequestState } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import { mailLocaleOf, type MailOutbox, type Tx } from '@inkproof/platform';
import type { StoredRequest } from '../store/request-store.js';
import type { RequestLinks } from './request-links.js';

const MAIL_LASTS_MS = 7 * 86_400_000;

interface Asked {
  id: Id<'dsr'>;
  tenantId: Id<'ten'>;
  kind: RequestKind;
  language: string;
  dueAt: Date;
}
type Clocked = Pick<StoredRequest, 'id' | 'kind' | 'dueAt'> & { tenantId: Id<'ten'> };

/** Word about requests: to the people who made them, and to the members who answer them. None of it repeats what was asked. */
export class RequestMail {
  constructor(
    private readonly outbox: MailOutbox,
    private readonly links: RequestLinks,
    private readonly consoleUrl: string,
  ) {}

  async confirm(tx: Tx, { id, tenantId, kind, language, dueAt }: Asked, to: string, now: Date): Promise<void> {
    const values = { tenant: await this.#nameOf(tx, tenantId), request: kind, due: dueAt.toISOString(), link: this.links.to(tenantId, id) };
    await this.outbox.put(tx, { tenantId, to, template: 'request_confirm', locale: mailLocaleOf(language), values, expiresAt: new Date(now.getTime() + MAIL_LASTS_MS) });
  }

  async news(tx: Tx, { id, tenantId, kind, language }: Pick<Asked, 'id' | 'tenantId' | 'kind' | 'language'>, state: RequestState | 'extended', to: string, now: Date): Promise<void> {
    const values = { tenant: await this.#nameOf(tx, tenantId), request: kind, news: state, link: this.links.to(tenantId, id) };
    await this.outbox.put(tx, { tenantId, to, template: 'request_news', locale: mailLocaleOf(language), values, expiresAt: new Date(now.getTime() + MAIL_LASTS_MS) });
  }

  /** To the owners and privacy officers of the tenant. */
  async clock(tx: Tx, { id, tenantId, kind, dueAt }: Clocked, mark: 'received' | 'forwarded' | 'warned_50' | 'warned_80' | 'overdue', now: Date): Promise<void> {
    const tenant = await this.#nameOf(tx, tenantId);
    const keepers = await tx.member.findMany({ where: { tenantId, role: { in: ['owner', 'privacy'] } }, select: { person: { select: { email: true, locale: true } } } });
    for (const { person } of keepers)
      await this.outbox.put(tx, { tenantId, to: person.email, template: 'request_clock', locale: mailLocaleOf(person.locale), values: { tenant, request: kind, mark, due: dueAt.toISOString(), link: `${this.consoleUrl}/requests/${id}` }, expiresAt: new Date(now.getTime() + MAIL_LASTS_MS) });
  }

  async #nameOf(tx: Tx, tenantId: string): Promise<string> {
    return (await tx.tenant.findUniqueOrThrow({ where: { id: tenantId }, select: { name: true } })).name;
  }
}
