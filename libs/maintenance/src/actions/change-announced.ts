import type { Actor, Trail } from '@inkproof/audit';
import { MaintenanceRequest, Refusal } from '@inkproof/contract';
import type { Approvals } from '@inkproof/identity';
import type { Clock, Id } from '@inkproof/kernel';
import type { Tx } from '@inkproof/platform';
import { contentOf, needsSecond, type Content } from '../model/content.js';
import { rescheduled, whyNotTell } from '../model/window.js';
import type { StoredChange, WholeWindow, WindowStore } from '../store/window-store.js';
import type { TellOfMaintenance } from './tell-of-maintenance.js';
import { isWaiting, saidOf, takesSecond, waitMs, type Said } from './what-is-approved.js';
import type { WindowBook } from './window-book.js';

const CHANGE = 'maintenance.change';

/**
 * Changes a window that was announced. What planned work does, to what and when, changes as it was announced: by two people.
 * The change waits beside what is in force until the second approves. Words and emergencies change at once.
 */
export class ChangeAnnounced {
  constructor(
    private readonly store: WindowStore,
    private readonly book: WindowBook,
    private readonly tell: TellOfMaintenance,
    private readonly approvals: Approvals,
    private readonly trail: Trail,
    private readonly clock: Clock,
  ) {
    approvals.register(takesSecond(CHANGE, book, (tx, payload, { id }, by) => this.#carryOut(tx, payload, id, by)));
  }

  /** While a change waits, whatever is asked for takes its place: two that were written side by side would undo each other. */
  async for(tx: Tx, window: WholeWindow, asked: MaintenanceRequest, by: Actor): Promise<WholeWindow> {
    const content = contentOf(asked);
    this.#assertTimes(window, content);
    const waiting = await this.waiting(tx, window);
    return waiting || needsSecond(window.now, content) ? this.#ask(tx, window, asked, waiting, by) : this.#announce(tx, window, content, by.id, by);
  }

  /** What waits for a second person; null once it was decided, withdrawn or waited too long, and once the window began or ended. */
  async waiting(tx: Tx, { change, state }: Pick<WholeWindow, 'change' | 'state'>): Promise<StoredChange | null> {
    return change && state === 'scheduled' && (await isWaiting(this.approvals, tx, change.approvalId)) ? change : null;
  }

  /** What waits for a second person goes with what it would have changed: once the work began or was called off, nobody can approve it. */
  async overtaken(tx: Tx, window: WholeWindow, by: Actor): Promise<void> {
    const change = await this.waiting(tx, window);
    if (change) await this.approvals.overtake(tx, change.approvalId, by, 'The window began or was called off');
  }

  async #ask(tx: Tx, window: WholeWindow, asked: MaintenanceRequest, waiting: StoredChange | null, by: Actor): Promise<WholeWindow> {
    const content = contentOf(asked);
    const request = { payload: saidOf(window.id, content), before: saidOf(window.id, window.now), by, reason: content.reason ?? content.titleEn };
    const { id: approvalId } = waiting ? await this.approvals.edit<Said>(tx, waiting.approvalId, request) : await this.approvals.request<Said>(tx, { kind: CHANGE, tenantId: null, ...request, lastsMs: this.#lastsMs(window, content) });
    await this.store.keepChange(tx, { windowId: window.id, approvalId, asked, writtenBy: by.id, writtenAt: this.clock.now() });
    return this.book.write(tx, window, { kind: waiting ? 'edited' : 'submitted', by });
  }

  async #carryOut(tx: Tx, { maintenance, content_sha256 }: Said, approval: Id<'apr'>, by: Actor): Promise<void> {
    const window = await this.book.held(tx, maintenance);
    if (window.state !== 'scheduled') throw new Refusal('maintenance.state_wrong', 'It began or ended while the change waited. Extend or complete it instead.');
    const { change } = window;
    const content = change?.approvalId === approval ? contentOf(MaintenanceRequest.parse(change.asked)) : undefined;
    if (!change || !content || saidOf(window.id, content).content_sha256 !== content_sha256) throw new Refusal('approval.changed');
    this.#assertTimes(window, content);
    await this.#announce(tx, window, content, change.writtenBy, by);
  }

  async #announce(tx: Tx, window: WholeWindow, content: Content, writtenBy: string, by: Actor): Promise<WholeWindow> {
    const version = await this.book.revise(tx, window, content, { id: writtenBy });
    const changed = await this.book.write(tx, window, { kind: 'changed', by }, { version, announcedAt: rescheduled(window.now, content, window, this.clock.now()).announcedAt });
    await this.tell.tell(tx, changed, 'changed', { before: window.now });
    await this.trail.append(tx, 'provider', { action: 'maintenance.changed', by, targets: [window.id], details: { number: version, told: true }, before: window.now, after: changed.now });
    return changed;
  }

  #assertTimes({ now: before }: WholeWindow, content: Content): void {
    const now = this.clock.now();
    const refused = this.#isMoved(before, content) ? whyNotTell(content, now) : content.endsAt <= now ? 'maintenance.times_wrong' : undefined;
    if (refused) throw new Refusal(refused);
  }

  #isMoved(before: Content, { startsAt }: Content): boolean {
    return startsAt.getTime() !== before.startsAt.getTime();
  }

  /** Until it would begin; or until it would be too late to be told of another start without a reason. */
  #lastsMs({ now: before }: WholeWindow, content: Content): number {
    const now = this.clock.now();
    const left = (content.startsAt > now ? content.startsAt : content.endsAt).getTime() - now.getTime();
    return waitMs(left, this.#isMoved(before, content) && content.reason === null);
  }
}
