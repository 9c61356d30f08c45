import type { Actor, Trail } from '@inkproof/audit';
import type { KeyLeakAnswer, KeyLeakReport } from '@inkproof/contract';
import type { Clock, Id } from '@inkproof/kernel';
import type { Database, MailLocale, MailOutbox, Tx } from '@inkproof/platform';
import { hintOf, isWellFormed, withoutSecrets } from '../model/api-key.js';
import type { FoundKey, KeyStore } from '../store/key-store.js';
import { keyedHash } from './secret-hash.js';

type Outcome = KeyLeakAnswer['items'][number]['outcome'];

/** For as long as the mail is worth sending. */
const MAIL_LASTS_MS = 7 * 24 * 3_600_000;

interface Owner {
  email: string;
  locale: MailLocale;
  tenant: string;
}

/** A key that was revoked because somebody else holds it. `where` is the host and path it was found at, if that was told. */
export interface LeakedKey {
  id: Id<'key'>;
  label: string;
  hint: string;
  where: string | null;
  at: Date;
}

/** Hears of it in the transaction that revokes the key. */
export type HearsOfLeak = (tx: Tx, tenantId: Id<'ten'>, key: LeakedKey) => Promise<void>;

/** Revokes keys that somebody shows to hold who should not, and tells the owners of their tenants. */
export class ReportLeak {
  readonly #hearers: HearsOfLeak[] = [];

  constructor(
    private readonly database: Database,
    private readonly store: KeyStore,
    private readonly trail: Trail,
    private readonly outbox: MailOutbox,
    private readonly clock: Clock,
    private readonly settings: { pepper: string; consoleUrl: string },
  ) {}

  /** For what knows of programs that want to hear, beside the owners, who are told by mail. */
  tellAlso(hearer: HearsOfLeak): void {
    this.#hearers.push(hearer);
  }

  async of({ keys, url }: KeyLeakReport, { signed, by }: { signed: boolean; by: Actor }): Promise<KeyLeakAnswer['items']> {
    const items: KeyLeakAnswer['items'] = [];
    for (const secret of keys) items.push({ hint: hintOf(secret), outcome: await this.#end(secret, { url, signed, by }) });
    return items;
  }

  async #end(secret: string, found: { url?: string; signed: boolean; by: Actor }): Promise<Outcome> {
    if (!isWellFormed(secret)) return 'malformed';
    const key = await this.store.find(keyedHash(this.settings.pepper, secret));
    if (!key) return 'unknown';
    if (key.ended) return 'ended_before';
    const owners = await this.#owners(key.tenantId);
    return this.database.asTenant(key.tenantId, (tx) => this.#revoke(tx, key, owners, found));
  }

  async #revoke(tx: Tx, { id, tenantId }: FoundKey, owners: Owner[], { url, signed, by }: { url?: string; signed: boolean; by: Actor }): Promise<Outcome> {
    const now = this.clock.now();
    if (!(await this.store.revoke(tx, tenantId, id, now, 'leak'))) return 'ended_before';
    await this.trail.append(tx, tenantId, { action: 'key.leaked', by, targets: [id], details: { signed } });
    const { label, hint } = (await this.store.read(tx, tenantId, id))!;
    const where = url ? withoutSecrets(new URL(url).host + new URL(url).pathname) : '';
    const expiresAt = new Date(now.getTime() + MAIL_LASTS_MS);
    for (const { email, locale, tenant } of owners)
      await this.outbox.put(tx, { tenantId, to: email, template: 'key_leaked', locale, values: { tenant, label, hint, where, link: `${this.settings.consoleUrl}/keys` }, expiresAt });
    for (const hear of this.#hearers) await hear(tx, tenantId, { id, label, hint, where: where || null, at: now });
    return 'revoked';
  }

  #owners(tenantId: Id<'ten'>): Promise<Owner[]> {
    return this.database.asProvider(async (tx) => {
      const rows = await tx.member.findMany({ where: { tenantId, role: 'owner' }, select: { person: { select: { email: true, locale: true } }, tenant: { select: { name: true } } } });
      return rows.map(({ person, tenant }) => ({ email: person.email, locale: person.locale as MailLocale, tenant: tenant.name }));
    });
  }
}
