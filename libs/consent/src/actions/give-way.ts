import type { Actor } from '@inkproof/audit';
import type { Clock, Id } from '@inkproof/kernel';
import { FULL_LOOK, type Database, type Tx } from '@inkproof/platform';
import { givenWay } from '../model/in-force.js';
import type { Asking, FilingStore } from '../store/filing-store.js';
import type { TellOfFiling } from './tell-of-filing.js';

const clockwork: Actor = { kind: 'system', id: 'filing-clock', requestId: null };

/**
 * Writes down that versions have given way to later ones whose day has come, and says so. The gate does not wait for it: it
 * goes by the days themselves. However late it is written, the end is the instant in which the later one began.
 */
export class GiveWay {
  constructor(
    private readonly database: Database,
    private readonly store: FilingStore,
    private readonly tell: TellOfFiling,
    private readonly clock: Clock,
  ) {}

  /** How many filings were looked at. Any number of nodes may. */
  async once(): Promise<number> {
    const now = this.clock.now();
    const due = await this.database.asProvider((tx) => tx.$queryRaw<{ filing_id: string; tenant_id: Id<'ten'> }[]>`
      SELECT DISTINCT v.filing_id, v.tenant_id FROM filing_version v JOIN filing_version n ON n.filing_id = v.filing_id AND n.number > v.number AND n.state = 'accepted'
      WHERE v.state = 'accepted' AND (n.effective_on IS NULL OR n.effective_on <= (${now}::timestamptz AT TIME ZONE 'Asia/Shanghai')::date) LIMIT ${FULL_LOOK}`);
    for (const { filing_id, tenant_id } of due)
      await this.database.asProviderOf(tenant_id, async (tx) => {
        await this.store.holdFiling(tx, tenant_id, filing_id);
        await this.in(tx, 'provider', filing_id);
      });
    return due.length;
  }

  /** For whoever holds the filing. */
  async in(tx: Tx, asking: Asking, filingId: string, by: Actor = clockwork): Promise<void> {
    const versions = await this.store.versions(tx, asking, filingId);
    for (const { version, successor, at } of givenWay(versions, this.clock.now())) {
      await this.store.move(tx, version, { state: 'superseded', endedAt: at });
      await this.tell.of(tx, { version, kind: 'superseded', by, successor });
    }
  }
}
