import type { Id } from '@inkproof/kernel';
import { FULL_LOOK, type Database } from '@inkproof/platform';
import type { KeepingStore } from '../store/keeping-store.js';

/**
 * Reckons again until when material is kept, where something moved it for many words at once: a text that was withdrawn,
 * superseded by one that asks for something else or followed by one that asks for the same again, and a longer period. The
 * store marks the texts (`text_moved`, `material_lengthened`); here they are taken page by page, each page in a transaction
 * that also says how far it came, so a node that dies leaves nothing out, and no two take the same.
 */
export class ReckonKeeping {
  constructor(
    private readonly database: Database,
    private readonly store: KeepingStore,
  ) {}

  /** How many texts were looked at, and a full look's worth when one of them has more pages. */
  async once(): Promise<number> {
    const marked = await this.database.asProvider((tx) => tx.filingVersion.findMany({ where: { reckonAfter: { not: null } }, select: { id: true, tenantId: true }, orderBy: { id: 'asc' }, take: FULL_LOOK }));
    let isMore = false;
    for (const { id, tenantId } of marked) if (await this.database.changeAsTenant(tenantId, (run) => this.store.reckon(run, tenantId as Id<'ten'>, id))) isMore = true;
    return isMore ? FULL_LOOK : marked.length;
  }
}
