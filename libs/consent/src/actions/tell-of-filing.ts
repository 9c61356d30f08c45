import type { Act, Actor, Trail } from '@inkproof/audit';
import type { FilingEventKind } from '@inkproof/contract';
import { dayStart, type Clock, type Ids } from '@inkproof/kernel';
import { mailLocaleOf, type MailOutbox, type MailValues, type Tx } from '@inkproof/platform';
import type { Announce } from '@inkproof/notice';
import type { FilingVersion } from '../model/filing.js';
import type { FilingStore } from '../store/filing-store.js';

const MAIL_LASTS_MS = 7 * 86_400_000;

interface Happened {
  version: FilingVersion;
  kind: FilingEventKind;
  by: Actor;
  words?: string;
  /** The version that took its place. */
  successor?: FilingVersion;
}

/**
 * Writes down what happened to a version and says so: to both sides' histories, the audit log, the tenant's webhooks and
 * its privacy officers. In the transaction of what happened.
 */
export class TellOfFiling {
  constructor(
    private readonly store: FilingStore,
    private readonly trail: Trail,
    private readonly announce: Announce,
    private readonly outbox: MailOutbox,
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly consoleUrl: string,
  ) {}

  async of(tx: Tx, { version, kind, by, words, successor }: Happened): Promise<void> {
    const { id, tenantId, filing, number, effectiveOn, textSha256: text_sha256 } = version;
    const isAhead = kind === 'accepted' && effectiveOn !== null && this.clock.now() < dayStart(effectiveOn);
    const byProvider = by.kind === 'staff' || (by.kind === 'system' && kind !== 'submitted');
    await this.store.tell(tx, version, { id: this.ids.next('fev'), at: this.clock.now(), by: by.id, byProvider, kind, words: words ?? null });
    const details = successor ? { by: successor.id } : { filing: filing.id, number, text_sha256 };
    const act = { action: `filing.${kind}`, by, targets: [id, filing.id, ...(successor ? [successor.id] : [])], details, reason: words } as Act;
    // The provider's chain before the tenant's, always: two chains taken in two orders would wait for each other.
    if (byProvider && !successor) await this.trail.append(tx, 'provider', { ...act, targets: [...act.targets, tenantId] } as Act);
    await this.trail.append(tx, tenantId, act);
    if (kind !== 'commented') await this.announce.tell(tx, tenantId, `filing.${kind}`, id, { filing_id: filing.id, version_id: id, number, text_sha256, effective_on: effectiveOn });
    if (kind === 'accepted' || kind === 'refused' || kind === 'correction_requested' || kind === 'superseded' || kind === 'withdrawn') await this.#mail(tx, version, isAhead ? 'accepted_ahead' : kind);
  }

  /** To the privacy officers, and where there are none to the owners. */
  async #mail(tx: Tx, { tenantId, filing, number, id, effectiveOn }: FilingVersion, what: MailValues['filing_moved']['what']): Promise<void> {
    const members = await tx.$queryRaw<{ email: string; locale: string; role: string }[]>`SELECT email, locale, role FROM gate_list_members()`;
    const officers = members.filter(({ role }) => role === 'privacy');
    for (const { email, locale } of officers.length ? officers : members.filter(({ role }) => role === 'owner'))
      await this.outbox.put(tx, { tenantId, to: email, template: 'filing_moved', locale: mailLocaleOf(locale), values: { filing: filing.name, number, what, day: effectiveOn ?? '', link: `${this.consoleUrl}/filings/${filing.id}/${id}` }, expiresAt: new Date(this.clock.now().getTime() + MAIL_LASTS_MS) });
  }
}
