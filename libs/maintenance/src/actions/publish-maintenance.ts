import type { Actor, Trail } from '@inkproof/audit';
import { Refusal } from '@inkproof/contract';
import type { Approvals } from '@inkproof/identity';
import type { Clock, Id } from '@inkproof/kernel';
import type { Database, Tx } from '@inkproof/platform';
import { isInTime, leadMs, lifeOf, published, whyNotTell } from '../model/window.js';
import type { WholeWindow } from '../store/window-store.js';
import type { TellOfMaintenance } from './tell-of-maintenance.js';
import { isWaiting, LONGEST_WAIT_MS, saidOf, takesSecond, waitMs, type Said } from './what-is-approved.js';
import type { WindowBook } from './window-book.js';

const PUBLISH = 'maintenance.publish';

/**
 * Announces a window, which takes two people. Planned work waits for the second. An emergency does not: whoever it hits
 * hears of it at once, and the second person confirms it afterwards.
 */
export class PublishMaintenance {
  constructor(
    private readonly database: Database,
    private readonly book: WindowBook,
    private readonly tell: TellOfMaintenance,
    private readonly approvals: Approvals,
    private readonly trail: Trail,
    private readonly clock: Clock,
  ) {
    approvals.register(takesSecond(PUBLISH, book, (tx, payload, { id }, by) => this.#carryOut(tx, payload, id, by)));
  }

  for(id: Id<'mnt'>, reason: string | undefined, by: Actor): Promise<WholeWindow> {
    return this.database.asProvider(async (tx) => {
      let window = await this.book.held(tx, id, 'submit');
      const now = this.clock.now();
      const refused = whyNotTell(window.now, now);
      if (refused) throw new Refusal(refused);
      if (await this.waits(tx, window)) throw new Refusal('maintenance.state_wrong', 'It waits for a second person already.');
      if (window.now.kind === 'emergency') window = await this.#announce(tx, window, by, by.id, null);
      const { id: approvalId } = await this.approvals.request<Said>(tx, { kind: PUBLISH, tenantId: null, payload: saidOf(window.id, window.now), by, reason: reason ?? window.now.reason ?? window.now.titleEn, lastsMs: this.#lastsMs(window) });
      return this.book.write(tx, window, { kind: 'submitted', by }, { approvalId });
    });
  }

  /** A draft that waits for a second person asks anew; whoever changed it is no second person any more. */
  async edited(tx: Tx, window: WholeWindow, by: Actor): Promise<void> {
    if (await this.waits(tx, window)) await this.approvals.edit<Said>(tx, window.approvalId!, { payload: saidOf(window.id, window.now), by, reason: window.now.reason ?? window.now.titleEn });
  }

  /** A draft is called off once nobody is asked to approve it: whoever asked takes that back first. */
  async calledOff(tx: Tx, window: WholeWindow): Promise<void> {
    if (window.publishedAt === null && (await this.waits(tx, window))) throw new Refusal('maintenance.state_wrong', 'It waits for a second person. Withdraw the request first.');
  }

  /** Whether a second person is asked to announce it, or to confirm that it was. */
  async waits(tx: Tx, { approvalId, approvedBy }: Pick<WholeWindow, 'approvalId' | 'approvedBy'>): Promise<boolean> {
    return approvalId !== null && approvedBy === null && isWaiting(this.approvals, tx, approvalId);
  }

  async #carryOut(tx: Tx, payload: Said, approval: Id<'apr'>, by: Actor): Promise<void> {
    const window = await this.book.held(tx, payload.maintenance as Id<'mnt'>);
    const { madeBy } = await this.approvals.find(tx, approval);
    if (window.publishedAt !== null) {
      await this.book.write(tx, window, { kind: 'confirmed', by }, { approvedBy: by.id });
      return this.trail.append(tx, 'provider', { action: 'maintenance.confirmed', by, targets: [window.id, approval], details: { published_by: madeBy } });
    }
    if (window.state !== 'draft') throw new Refusal('maintenance.state_wrong');
    if (saidOf(window.id, window.now).content_sha256 !== payload.content_sha256) throw new Refusal('approval.changed');
    const refused = whyNotTell(window.now, this.clock.now());
    if (refused) throw new Refusal(refused);
    await this.#announce(tx, window, by, madeBy, by.id);
  }

  async #announce(tx: Tx, window: WholeWindow, by: Actor, publishedBy: string, approvedBy: string | null): Promise<WholeWindow> {
    const now = this.clock.now();
    const { kind, startsAt } = window.now;
    const announced = await this.book.write(tx, window, { kind: 'published', by }, { ...lifeOf(published(window, now)), publishedAt: now, publishedBy, approvedBy });
    await this.tell.tell(tx, announced, 'scheduled');
    const details = { kind, starts_at: startsAt.toISOString(), lead_seconds: Math.round(leadMs(window.now, now) / 1_000), in_time: isInTime(window.now, now), published_by: publishedBy, approved_by: approvedBy };
    await this.trail.append(tx, 'provider', { action: 'maintenance.published', by, targets: [window.id], details });
    return announced;
  }

  /** Until it would begin; or until it would be too late to be told without a reason. */
  #lastsMs({ now: { kind, startsAt, reason } }: WholeWindow): number {
    if (kind === 'emergency') return LONGEST_WAIT_MS;
    return waitMs(startsAt.getTime() - this.clock.now().getTime(), reason === null);
  }
}
