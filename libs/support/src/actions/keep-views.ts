import type { Actor, Trail } from '@inkproof/audit';
import { DESK_VIEWS_MAX, Refusal, type DeskViewDraft } from '@inkproof/contract';
import type { Clock, Id, Ids } from '@inkproof/kernel';
import type { Database, Tx } from '@inkproof/platform';
import type { StoredView, ViewStore } from '../store/view-store.js';
import type { TicketBook } from './ticket-book.js';

/** Keeps the views under which the staff look at the queue: each their own, and some that everybody has. */
export class KeepViews {
  constructor(
    private readonly database: Database,
    private readonly views: ViewStore,
    private readonly book: TicketBook,
    private readonly trail: Trail,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  save({ name, filter }: DeskViewDraft, by: Actor): Promise<StoredView> {
    return this.database.asProvider(async (tx) => {
      refuseBeyond(await this.views.countOwn(tx, by.id));
      const view = { id: this.ids.next('dvw'), keptBy: by.id, keptByName: await this.book.nameOf(tx, by.id), name, filter, shared: false, changedAt: this.clock.now(), retiredAt: null };
      await this.views.add(tx, view);
      return view;
    });
  }

  change(id: Id<'dvw'>, { name, filter }: DeskViewDraft, by: Actor): Promise<StoredView> {
    return this.database.asProvider(async (tx) => this.#write(tx, await this.#own(tx, id, by), { name, filter, changedAt: this.clock.now() }));
  }

  retire(id: Id<'dvw'>, by: Actor): Promise<void> {
    return this.database.asProvider(async (tx) => void (await this.#write(tx, await this.#own(tx, id, by), { retiredAt: this.clock.now() })));
  }

  share(id: Id<'dvw'>, shared: boolean, by: Actor): Promise<StoredView> {
    return this.database.asProvider(async (tx) => {
      const view = await this.#seen(tx, id, by);
      if (shared && !view.shared) refuseBeyond(await this.views.countShared(tx));
      await this.trail.append(tx, 'provider', { action: 'desk_view.sharing_set', by, targets: [id], details: { name: view.name, shared } });
      return this.#write(tx, view, { shared });
    });
  }

  async #write(tx: Tx, view: StoredView, change: Parameters<ViewStore['change']>[2]): Promise<StoredView> {
    await this.views.change(tx, view.id, change);
    return { ...view, ...change };
  }

  async #seen(tx: Tx, id: string, by: Actor): Promise<StoredView> {
    const view = await this.views.find(tx, id, by.id);
    if (!view) throw new Refusal('view.not_found');
    return view;
  }

  /** Another’s is answered like one that is not there. */
  async #own(tx: Tx, id: string, by: Actor): Promise<StoredView> {
    const view = await this.#seen(tx, id, by);
    if (view.keptBy !== by.id) throw new Refusal('view.not_found');
    return view;
  }
}

const refuseBeyond = (many: number): void => {
  if (many >= DESK_VIEWS_MAX) throw new Refusal('view.too_many', `There may be ${DESK_VIEWS_MAX}. Put one away first.`);
};
