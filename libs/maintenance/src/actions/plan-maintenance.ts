import type { Actor, Trail } from '@inkproof/audit';
import { Refusal, type MaintenanceRequest } from '@inkproof/contract';
import type { Clock, Id, Ids } from '@inkproof/kernel';
import type { Database, Tx } from '@inkproof/platform';
import { contentOf, type Content } from '../model/content.js';
import type { WholeWindow, WindowStore } from '../store/window-store.js';
import type { ChangeAnnounced } from './change-announced.js';
import type { PublishMaintenance } from './publish-maintenance.js';
import type { WindowBook } from './window-book.js';

/** Drafts windows and changes what they say: of a draft in place, of what was announced as a new version. */
export class PlanMaintenance {
  constructor(
    private readonly database: Database,
    private readonly store: WindowStore,
    private readonly book: WindowBook,
    private readonly publishing: PublishMaintenance,
    private readonly changing: ChangeAnnounced,
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
      return window.state === 'draft' ? this.#rewrite(tx, window, content, by) : this.changing.for(tx, window, asked, by);
    });
  }

  async #rewrite(tx: Tx, window: WholeWindow, content: Content, by: Actor): Promise<WholeWindow> {
    await this.store.rewrite(tx, window.id, { ...content, number: window.version, writtenBy: by.id, writtenAt: this.clock.now() });
    const rewritten = (await this.store.find(tx, window.id))!;
    await this.publishing.edited(tx, rewritten, by);
    await this.trail.append(tx, 'provider', { action: 'maintenance.changed', by, targets: [window.id], details: { number: window.version, told: false }, before: window.now, after: rewritten.now });
    return this.book.write(tx, rewritten, { kind: 'edited', by });
  }

  async #checked(tx: Tx, asked: MaintenanceRequest): Promise<Content> {
    const content = contentOf(asked);
    if ((await tx.plan.count({ where: { name: { in: content.plans } } })) < content.plans.length) throw new Refusal('plan.unknown', undefined, { errors: [{ field: 'plans', message: 'names a plan that does not exist' }] });
    return content;
  }
}
