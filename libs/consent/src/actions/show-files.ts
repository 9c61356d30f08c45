import type { Actor, Trail } from '@inkproof/audit';
import { INSPECTION_FILE_MAX_BYTES, type InspectionFileContent, type InspectionFileUpload, Refusal } from '@inkproof/contract';
import type { Clock, Id, Ids } from '@inkproof/kernel';
import type { Database, ObjectStore } from '@inkproof/platform';
import { matchesOf } from '../model/inspection-item.js';
import type { InspectionStore, StoredFile } from '../store/inspection-store.js';
import type { AnswerItem, Found, ItemOf } from './answer-item.js';
import { commitmentOf } from './commitment.js';
import { sha256 } from './sample.js';

const FILES_MAX = 10;

/** Files that a tenant shows of a drawn item. Each is sealed under a key of its own. */
export class ShowFiles {
  constructor(
    private readonly database: Database,
    private readonly store: InspectionStore,
    private readonly answer: AnswerItem,
    private readonly objects: ObjectStore,
    private readonly trail: Trail,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  async add(of: ItemOf, { kind, name, media_type: mediaType, base64 }: InspectionFileUpload, by: Actor): Promise<Found> {
    const bytes = Buffer.from(base64, 'base64');
    if (bytes.length === 0) throw new Refusal('inspection.file_empty');
    if (bytes.length > INSPECTION_FILE_MAX_BYTES) throw new Refusal('request.too_large', `The file is larger than ${INSPECTION_FILE_MAX_BYTES} bytes`, { limit: { name: 'file_bytes', max: INSPECTION_FILE_MAX_BYTES, actual: bytes.length } });
    const [id, objectId, digest] = [this.ids.next('isf'), this.ids.next('obj'), sha256(bytes)];
    // Whose item it is and whether it may still be answered is asked before the bytes are laid down, and once more with their row.
    await this.answer.changing(of, async (_, { item }) => this.#hasRoom(item.files, kind), by);
    const row = await this.objects.lay(of.tenantId, { id: objectId, class: 'inspection', bytes, expiresAt: null });
    return this.answer.changing(of, async (tx, { item }) => {
      this.#hasRoom(item.files, kind);
      await tx.$executeRawUnsafe(row.text, ...row.values);
      await this.store.addFile(tx, { id, tenantId: of.tenantId, itemId: of.item, kind, name, mediaType, bytes: bytes.length, sha256: digest, objectId, addedAt: this.clock.now(), addedBy: by.id });
      const computed = kind === 'original' && item.salt ? commitmentOf(item.salt, bytes) : item.computed;
      if (computed !== item.computed) await this.store.changeItem(tx, item, { computed });
      const details = { kind, sha256: Buffer.from(digest).toString('hex'), bytes: bytes.length, matches: matchesOf(item, { computed }) };
      await this.trail.appendToBoth(tx, of.tenantId, { action: 'inspection.file_added', by, targets: [of.id, of.item, id], details });
    }, by);
  }

  async remove(of: ItemOf, fileId: Id<'isf'>, by: Actor): Promise<Found> {
    let objectId: string | undefined;
    const found = await this.answer.changing(of, async (tx, { item }) => {
      const file = item.files.find(({ id }) => id === fileId);
      if (!file) throw new Refusal('inspection.not_found');
      objectId = file.objectId;
      await this.store.removeFile(tx, file);
      if (file.kind === 'original') await this.store.changeItem(tx, item, { computed: null });
      const details = { kind: file.kind, sha256: Buffer.from(file.sha256).toString('hex') };
      await this.trail.appendToBoth(tx, of.tenantId, { action: 'inspection.file_removed', by, targets: [of.id, of.item, fileId], details });
    }, by);
    if (objectId !== undefined) await this.objects.remove(of.tenantId, [objectId]);
    return found;
  }

  async fetch({ tenantId, id, item }: ItemOf, fileId: Id<'isf'>): Promise<InspectionFileContent> {
    const inspection = await this.database.asTenant(tenantId, (tx) => this.store.find(tx, id, tenantId));
    return this.content(tenantId, inspection?.items.find((one) => one.id === item)?.files.find((file) => file.id === fileId));
  }

  /** Refuses what is not there. */
  async content(tenantId: string, file: StoredFile | undefined): Promise<InspectionFileContent> {
    const bytes = file && (await this.objects.get(tenantId, file.objectId));
    if (!file || !bytes) throw new Refusal('inspection.not_found');
    return { name: file.name, media_type: file.mediaType, base64: bytes.toString('base64') };
  }

  #hasRoom(files: readonly { kind: string }[], kind: string): void {
    if (files.length >= FILES_MAX || (kind === 'original' && files.some((file) => file.kind === 'original'))) throw new Refusal('inspection.too_many_files', `An item has one original, and ${FILES_MAX} files at most. Take one back first.`);
  }
}
