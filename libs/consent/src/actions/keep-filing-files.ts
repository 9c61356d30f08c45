import { createHash } from 'node:crypto';
import type { Actor, Trail } from '@inkproof/audit';
import { FILING_FILE_MAX_BYTES, FILING_FILES_MAX, Refusal, type FilingFileKind } from '@inkproof/contract';
import type { Clock, Id, Ids } from '@inkproof/kernel';
import { runIn, tooLarge, type Database, type ObjectStore, type Tx } from '@inkproof/platform';
import type { FilingFile, FilingVersion } from '../model/filing.js';
import { mediaTypeOf } from '../model/media-type.js';
import type { Asking, FilingStore } from '../store/filing-store.js';
import { heldDraft } from './change-filing.js';

/** Files of a version, each sealed. They stay as long as the version does. */
export class KeepFilingFiles {
  constructor(
    private readonly database: Database,
    private readonly store: FilingStore,
    private readonly objects: ObjectStore,
    private readonly trail: Trail,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  async add(tenantId: Id<'ten'>, filingId: string, { kind, name, bytes }: { kind: FilingFileKind; name: string; bytes: Buffer }, by: Actor): Promise<FilingFile> {
    if (bytes.length > FILING_FILE_MAX_BYTES) throw tooLarge('file_bytes', FILING_FILE_MAX_BYTES, bytes.length);
    const mediaType = mediaTypeOf(bytes);
    if (!mediaType) throw new Refusal('image.unsupported', 'A file of a filing is a PNG, JPEG, WebP, PDF or DOCX.');
    const file = { id: this.ids.next('fil'), kind, name, mediaType, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), objectId: this.ids.next('obj'), addedAt: this.clock.now() };
    // Whether it may be added is asked before a byte is sealed, and again in the transaction that adds it.
    await this.database.asTenant(tenantId, (tx) => heldDraft(this.store, tx, tenantId, filingId).then(roomFor));
    const object = await this.objects.lay(tenantId, { id: file.objectId, class: 'filing', bytes, expiresAt: null });
    await this.database.asTenant(tenantId, async (tx) => {
      const draft = roomFor(await heldDraft(this.store, tx, tenantId, filingId));
      await runIn(tx)(object);
      await this.store.addFile(tx, draft, { ...file, addedBy: by.id });
      await this.trail.append(tx, tenantId, { action: 'filing.file_added', by, targets: [file.id, draft.id], details: { kind, sha256: file.sha256, bytes: file.bytes } });
    });
    return file;
  }

  async remove(tenantId: Id<'ten'>, filingId: string, fileId: string, by: Actor): Promise<void> {
    await this.database.asTenant(tenantId, async (tx) => {
      const versions = await this.store.versions(tx, tenantId, filingId);
      if (!versions.some(({ files }) => files.some(({ id }) => id === fileId))) throw new Refusal('filing.not_found', 'There is no such file.');
      const draft = await heldDraft(this.store, tx, tenantId, filingId);
      const found = draft.files.find(({ id }) => id === fileId);
      if (!found) throw new Refusal('filing.not_editable', 'The file belongs to a version that was handed in and stays with it.');
      await this.store.removeFiles(tx, draft, [fileId]);
      await this.trail.append(tx, tenantId, { action: 'filing.file_removed', by, targets: [fileId, draft.id], details: { kind: found.kind, sha256: found.sha256 } });
      await this.objects.erase(runIn(tx), tenantId, [found.objectId]);
    });
  }

  /** A file of any version of the filing, or for the provider of one that was handed in. */
  async read(asking: Asking, { filingId, versionId }: { filingId?: string; versionId?: string }, fileId: string): Promise<{ file: FilingFile; bytes: Buffer }> {
    const work = async (tx: Tx) => {
      const versions = versionId === undefined ? await this.store.versions(tx, asking, filingId!) : [await this.store.find(tx, asking, versionId)];
      for (const version of versions) for (const file of version?.files ?? []) if (file.id === fileId) return { tenantId: version!.tenantId, file };
      throw new Refusal('filing.not_found', 'There is no such file.');
    };
    const { tenantId, file } = await (asking === 'provider' ? this.database.asProvider(work) : this.database.asTenant(asking, work));
    const bytes = await this.objects.get(tenantId, file.objectId);
    if (!bytes) throw new Error(`The object of file ${file.id} is gone`);
    return { file, bytes };
  }
}

const roomFor = (draft: FilingVersion): FilingVersion => {
  if (draft.files.length >= FILING_FILES_MAX) throw new Refusal('filing.too_many_files', `A version has at most ${FILING_FILES_MAX} files. Remove one first.`, { limit: { name: 'files', max: FILING_FILES_MAX, actual: draft.files.length } });
  return draft;
};
