import { createHash } from 'node:crypto';
import type { Actor, Trail } from '@inkproof/audit';
import { Refusal } from '@inkproof/contract';
import type { Clock, Id, Ids } from '@inkproof/kernel';
import type { Database, Tx } from '@inkproof/platform';
import { filedText, tidySpans } from '../model/filed-text.js';
import { contentOf, emptyContent, type FilingContent, type FilingVersion } from '../model/filing.js';
import type { FilingStore } from '../store/filing-store.js';

export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Content as it is stored. */
export const tidy = (content: FilingContent): FilingContent => {
  const text = filedText(content.text);
  return { ...content, text, spans: tidySpans(text, content.spans) };
};

/** Begins a filing with a draft of its first version, or another version of one. */
export class BeginFiling {
  constructor(
    private readonly database: Database,
    private readonly store: FilingStore,
    private readonly trail: Trail,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  for(tenantId: Id<'ten'>, { name, ...given }: { name: string } & Partial<FilingContent>, by: Actor): Promise<FilingVersion> {
    return this.database.asTenant(tenantId, (tx) => this.in(tx, tenantId, { name, ...given }, by));
  }

  async in(tx: Tx, tenantId: Id<'ten'>, { name, ...given }: { name: string } & Partial<FilingContent>, by: Actor): Promise<FilingVersion> {
    const filing = { id: this.ids.next('flg'), tenantId, name, createdAt: this.clock.now(), createdBy: by.id };
    await this.store.begin(tx, filing);
    return this.#draft(tx, { tenantId, filingId: filing.id, number: 1, content: { ...emptyContent, ...given } }, by);
  }

  /** A draft that says what an earlier version says, the newest unless told otherwise. Days and files are given anew, because they are of that version. */
  anew(tenantId: Id<'ten'>, filingId: string, by: Actor, from?: string): Promise<FilingVersion> {
    return this.database.asTenant(tenantId, async (tx) => {
      await this.store.holdFiling(tx, tenantId, filingId);
      const filing = await this.store.filing(tx, tenantId, filingId);
      const [newest] = filing?.versions ?? [];
      const model = from === undefined ? newest : filing?.versions.find(({ id }) => id === from);
      if (!newest || !model) throw new Refusal('filing.not_found');
      if (['draft', 'submitted', 'correction'].includes(newest.state)) throw new Refusal('filing.draft_waiting', `Version ${newest.number} is not decided yet. Change or discard it, or wait for the provider.`);
      return this.#draft(tx, { tenantId, filingId, number: newest.number + 1, content: { ...model, effectiveOn: null, endsOn: null } }, by);
    });
  }

  async #draft(tx: Tx, { tenantId, filingId, number, content }: { tenantId: Id<'ten'>; filingId: string; number: number; content: FilingContent }, by: Actor): Promise<FilingVersion> {
    const id = this.ids.next('flv');
    const said = tidy(contentOf(content));
    await this.store.addVersion(tx, { id, tenantId, filingId, number, createdAt: this.clock.now(), createdBy: by.id }, said, digestOf(said.text));
    await this.trail.append(tx, tenantId, { action: 'filing.drafted', by, targets: [id], details: { filing: filingId, number } });
    return (await this.store.find(tx, tenantId, id))!;
  }
}
