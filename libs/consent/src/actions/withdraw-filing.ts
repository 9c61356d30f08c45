import type { Actor } from '@inkproof/audit';
import { Refusal } from '@inkproof/contract';
import type { Clock, Id } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import { mayEnd, type FilingVersion } from '../model/filing.js';
import type { FilingStore } from '../store/filing-store.js';
import type { GiveWay } from './give-way.js';
import type { TellOfFiling } from './tell-of-filing.js';

/** Takes a version back, in force, accepted for a later day, or still waiting for the provider. No call may rely on it from that instant on. */
export class WithdrawFiling {
  constructor(
    private readonly database: Database,
    private readonly store: FilingStore,
    private readonly tell: TellOfFiling,
    private readonly giveWay: GiveWay,
    private readonly clock: Clock,
  ) {}

  for(tenantId: Id<'ten'>, filingId: string, versionId: string, reason: string, by: Actor): Promise<FilingVersion> {
    return this.database.asTenant(tenantId, async (tx) => {
      const held = await this.store.hold(tx, tenantId, versionId, filingId);
      // What has given way already is past withdrawing, whether or not somebody has written it down yet.
      if (held) await this.giveWay.in(tx, tenantId, held.filing.id);
      const version = held && (await this.store.find(tx, tenantId, versionId));
      if (!version) throw new Refusal('filing.not_found');
      if (!mayEnd(version)) throw new Refusal('filing.ended', version.state === 'draft' ? 'It was never handed in. Discard the draft instead.' : `Version ${version.number} is ${version.state}.`);
      await this.store.move(tx, version, { state: 'withdrawn', endedAt: this.clock.now() });
      await this.tell.of(tx, { version, kind: 'withdrawn', by, words: reason });
      return (await this.store.find(tx, tenantId, versionId))!;
    });
  }
}
