import type { Actor, Trail } from '@inkproof/audit';
import { type InspectionFileContent, Refusal } from '@inkproof/contract';
import type { Clock, Id, Ids } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import type { InspectionStore, StoredFile } from '../store/inspection-store.js';
import type { Found } from './answer-item.js';
import type { ShowFiles } from './show-files.js';

interface Which {
  id: Id<'isp'>;
  item: Id<'isi'>;
}

/** Staff look at a drawn item, or at a file of it. Each look stands in the logs of both sides before anything is shown; what was not drawn has no address to look at. */
export class OpenItem {
  constructor(
    private readonly database: Database,
    private readonly store: InspectionStore,
    private readonly files: ShowFiles,
    private readonly trail: Trail,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  async look(which: Which, by: Actor): Promise<Found> {
    return (await this.#note(which, undefined, by)).found;
  }

  async file(which: Which, fileId: Id<'isf'>, by: Actor): Promise<InspectionFileContent> {
    const { found, file } = await this.#note(which, fileId, by);
    return this.files.content(found.inspection.tenantId, file);
  }

  #note({ id, item: itemId }: Which, fileId: Id<'isf'> | undefined, by: Actor): Promise<{ found: Found; file: StoredFile | undefined }> {
    return this.database.asProvider(async (tx) => {
      const inspection = await this.store.find(tx, id);
      const file = inspection?.items.find((one) => one.id === itemId)?.files.find((one) => one.id === fileId);
      if (!inspection?.items.some((one) => one.id === itemId) || (fileId !== undefined && !file)) throw new Refusal('inspection.not_found');
      const tenantId = inspection.tenantId as Id<'ten'>;
      await this.store.tell(tx, { id: this.ids.next('ise'), tenantId, inspectionId: id, itemId, at: this.clock.now(), kind: fileId === undefined ? 'item_opened' : 'file_opened', byProvider: true, by: by.id });
      await this.trail.appendToBoth(tx, tenantId, { action: 'inspection.item_opened', by, targets: [id, itemId], details: { ...(fileId !== undefined && { file: fileId }) }, reason: inspection.reason });
      const after = (await this.store.find(tx, id))!;
      return { found: { inspection: after, item: after.items.find((one) => one.id === itemId)! }, file };
    });
  }
}
