import type { Actor } from '@inkproof/audit';
import { Refusal } from '@inkproof/contract';
import type { Clock } from '@inkproof/kernel';
import type { Database, Tx } from '@inkproof/platform';
import type { FilingVersion } from '../model/filing.js';
import type { FilingStore } from '../store/filing-store.js';
import type { GiveWay } from './give-way.js';
import { needWhole } from './submit-filing.js';
import type { TellOfFiling } from './tell-of-filing.js';

export interface FilingDecision {
  verdict: 'accept' | 'correct' | 'refuse';
  /** Of the text the reviewer has read. */
  textSha256: string;
  words?: string;
}

/**
 * The provider takes a version on file, sends it back or refuses it. Accepting says that the elements are present; it is no
 * verdict on the text, and the tenant's own duties stay (agreement 三.1(5)). The store holds by itself that the reviewer is
 * not who handed it in.
 */
export class DecideFiling {
  constructor(
    private readonly database: Database,
    private readonly store: FilingStore,
    private readonly tell: TellOfFiling,
    private readonly giveWay: GiveWay,
    private readonly clock: Clock,
    private readonly providerNames: readonly string[],
  ) {}

  async for(versionId: string, decision: FilingDecision, by: Actor): Promise<FilingVersion> {
    const found = await this.database.asProvider((tx) => this.store.find(tx, 'provider', versionId));
    if (!found) throw new Refusal('filing.not_found');
    return this.database.asProviderOf(found.tenantId, (tx) => this.in(tx, versionId, decision, by));
  }

  /** In a transaction that speaks for the provider and the tenant. */
  async in(tx: Tx, versionId: string, { verdict, textSha256, words }: FilingDecision, by: Actor): Promise<FilingVersion> {
    const version = await this.store.hold(tx, 'provider', versionId);
    if (!version) throw new Refusal('filing.not_found');
    if (version.state !== 'submitted') throw new Refusal('filing.not_submitted', `Version ${version.number} is ${version.state}.`);
    if (version.submittedBy === by.id) throw new Refusal('filing.own', 'You handed this text in. Another person decides on it, whatever your role.');
    if (version.textSha256 !== textSha256) throw new Refusal('filing.changed', 'The text is not the one you have read. Read it again.');
    const reviewed = { reviewedAt: this.clock.now(), reviewedBy: by.id };
    if (verdict === 'accept') await this.#accept(tx, version, reviewed, by, words);
    else {
      await this.store.move(tx, version, { state: verdict === 'correct' ? 'correction' : 'refused', ...reviewed });
      await this.tell.of(tx, { version, kind: verdict === 'correct' ? 'correction_requested' : 'refused', by, words });
    }
    return (await this.store.find(tx, 'provider', versionId))!;
  }

  /** What was in force gives way in the same instant, or when the day of this one comes. */
  async #accept(tx: Tx, version: FilingVersion, reviewed: { reviewedAt: Date; reviewedBy: string }, by: Actor, words?: string): Promise<void> {
    needWhole(version, this.providerNames, reviewed.reviewedAt);
    await this.store.move(tx, version, { state: 'accepted', acceptedAt: reviewed.reviewedAt, ...reviewed });
    await this.tell.of(tx, { version, kind: 'accepted', by, words });
    await this.giveWay.in(tx, 'provider', version.filing.id, by);
  }
}
