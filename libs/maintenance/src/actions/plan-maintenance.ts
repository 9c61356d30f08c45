import type { Actor, Trail } from '@inkproof/audit';
import { Refusal, type MaintenanceRequest } from '@inkproof/contract';
import type { Clock, Id, Ids } from '@inkproof/kernel';
import type { Database, Tx } from '@inkproof/platform';
import { contentOf, type Content } from '../model/content.js';
import { rescheduled, whyNotTell } from '../model/window.js';
import type { WholeWindow, WindowStore } from '../store/window-store.js';
import type { PublishMaintenance } from './publish-maintenance.js';
import type { TellOfMaintenance } from './tell-of-maintenance.js';
import type { WindowBook } from './window-book.js';

/** Drafts windows and changes what they say: of a draft in place, of what was announced as a new version that is told. */
export class PlanMaintenance {
  constructor(
    private readonly database: Database,
    private readonly store: WindowStore,
    private readonly book: WindowBook,
    private readonly publishing: PublishMaintenance,
    private readonly tell: TellOfMaintenance,
    private readonly trail: Trail,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  draft(asked: MaintenanceRequest, by: Actor): Promise<WholeWindow> {
    return this.database.asProvider(async (tx) => {
      const content = await this.#checked(tx, asked);
      const [id, at] = [this.ids.next('mnt'), this.clock.now()];
      await this.store.add(tx, { id, state: 'draft', draftedBy: by.id, draftedAt: at, version: 1, restored: [] });
      await this.store.addVersion(tx, id, { ...content, number: 1, writtenBy: by.id, writtenAt: at });
      await this.trail.append(tx, 'provider', { action: 'maintenance.drafted', by, targets: [id], details: { kind: content.kind } });
      return this.book.write(tx, (await this.store.find(tx, id))!, { kind: 'drafted', by });
    });
  }

  change(id: Id<'mnt'>, asked: MaintenanceRequest, by: Actor): Promise<WholeWindow> {
    return this.database.asProvider(async (tx) => {
      const window = await this.book.held(tx, id, 'edit');
      const content = await this.#checked(tx, asked);
      const changed = window.state === 'draft' ? await this.#rewrite(tx, window, content, by) : await this.#announce(tx, window, content, by);
      await this.trail.append(tx, 'provider', { action: 'maintenance.changed', by, targets: [id], details: { number: changed.version, told: window.state !== 'draft' }, before: window.now, after: changed.now });
      return changed;
    });
  }

  async #rewrite(tx: Tx, window: WholeWindow, content: Content, by: Actor): Promise<WholeWindow> {
    await this.store.rewrite(tx, window.id, { ...content, number: window.version, writtenBy: by.id, writtenAt: this.clock.now() });
    const rewritten = (await this.store.find(tx, window.id))!;
    await this.publishing.edited(tx, rewritten, by);
    return this.book.write(tx, rewritten, { kind: 'edited', by });
  }

  async #announce(tx: Tx, window: WholeWindow, content: Content, by: Actor): Promise<WholeWindow> {
    const now = this.clock.now();
    const isMoved = content.startsAt.getTime() !== window.now.startsAt.getTime();
    const refused = isMoved ? whyNotTell(content, now) : content.endsAt <= now ? 'maintenance.times_wrong' : undefined;
    if (refused) throw new Refusal(refused);
    const version = await this.book.revise(tx, window, content, by);
    const changed = await this.book.write(tx, window, { kind: 'changed', by }, { version, announcedAt: rescheduled(window.now, content, window, now).announcedAt });
    await this.tell.tell(tx, changed, 'changed', { before: window.now });
    return changed;
  }

  async #checked(tx: Tx, asked: MaintenanceRequest): Promise<Content> {
    const content = contentOf(asked);
    if ((await tx.plan.count({ where: { name: { in: content.plans } } })) < content.plans.length) throw new Refusal('plan.unknown', undefined, { errors: [{ field: 'plans', message: 'names a plan that does not exist' }] });
    return content;
  }
}
