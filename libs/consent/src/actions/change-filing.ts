import type { Actor, Trail } from '@inkproof/audit';
import { Refusal } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import { runIn, type Database, type ObjectStore, type Tx } from '@inkproof/platform';
import { filedText, moveSpans } from '../model/filed-text.js';
import { contentOf, isEditable, type FilingContent, type FilingVersion } from '../model/filing.js';
import type { FilingStore } from '../store/filing-store.js';
import { digestOf, tidy } from './begin-filing.js';

/** The version whose content may change, held; refuses where there is none. */
export const heldDraft = async (store: FilingStore, tx: Tx, tenantId: Id<'ten'>, filingId: string): Promise<FilingVersion> => {
  const draft = await store.holdComing(tx, tenantId, filingId);
  if (draft && isEditable(draft)) return draft;
  // Another tenant's filing and none answer alike, or the answer would tell which ids exist.
  if (!(await store.filing(tx, tenantId, filingId))) throw new Refusal('filing.not_found');
  throw new Refusal('filing.not_editable', draft ? `Version ${draft.number} was handed in and stands as it is. Wait for the provider, or withdraw it.` : 'Begin a new version first.');
};

/** Changes what a draft says, or discards it. */
export class ChangeFiling {
  constructor(
    private readonly database: Database,
    private readonly store: FilingStore,
    private readonly objects: ObjectStore,
    private readonly trail: Trail,
  ) {}

  for(tenantId: Id<'ten'>, filingId: string, { name, ...given }: { name?: string } & Partial<FilingContent>, by: Actor): Promise<FilingVersion> {
    return this.database.asTenant(tenantId, async (tx) => {
      const draft = await heldDraft(this.store, tx, tenantId, filingId);
      const text = given.text === undefined ? draft.text : filedText(given.text);
      const content = tidy({ ...contentOf(draft), ...given, text, spans: given.spans ?? moveSpans(draft.text, text, draft.spans) });
      if (name !== undefined && name !== draft.filing.name) await this.#rename(tx, draft, name);
      await this.store.change(tx, draft, content, digestOf(content.text));
      await this.trail.append(tx, tenantId, { action: 'filing.changed', by, targets: [draft.id], details: { changed: [...(name === undefined ? [] : ['name']), ...Object.keys(given)], text_sha256: digestOf(content.text) } });
      return (await this.store.find(tx, tenantId, draft.id))!;
    });
  }

  /** One that was never handed in, with its files. */
  async discard(tenantId: Id<'ten'>, filingId: string, by: Actor): Promise<void> {
    await this.database.asTenant(tenantId, async (tx) => {
      const draft = await heldDraft(this.store, tx, tenantId, filingId);
      if (draft.state !== 'draft') throw new Refusal('filing.not_editable', 'It was handed in and stays on record. Withdraw it instead.');
      await this.store.removeFiles(tx, draft, draft.files.map(({ id }) => id));
      await this.store.discard(tx, draft);
      await this.trail.append(tx, tenantId, { action: 'filing.discarded', by, targets: [draft.id, filingId], details: { number: draft.number } });
      await this.objects.erase(runIn(tx), tenantId, draft.files.map(({ objectId }) => objectId));
    });
  }

  /** What was accepted is known by its name, on receipts too. */
  async #rename(tx: Tx, draft: FilingVersion, name: string): Promise<void> {
    const versions = await this.store.versions(tx, draft.tenantId, draft.filing.id);
    if (versions.some(({ acceptedAt }) => acceptedAt !== null)) throw new Refusal('filing.not_editable', 'The name stands since a version was accepted under it.');
    await this.store.rename(tx, draft.tenantId, draft.filing.id, name);
  }
}
