import { Refusal } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import type { Database, ObjectStore, Tx } from '@inkproof/platform';
import type { KeptFile, TicketStore } from '../store/ticket-store.js';

export interface FileContent {
  name: string;
  mediaType: string;
  bytes: Buffer;
}

interface Which {
  id: string;
  file: string;
}

/** Files of tickets, for whoever may see what they go with. */
export class ReadFile {
  constructor(
    private readonly database: Database,
    private readonly store: TicketStore,
    private readonly objects: ObjectStore,
  ) {}

  asTenant(tenantId: Id<'ten'>, { id, file }: Which): Promise<FileContent> {
    return this.#open(this.database.asTenant(tenantId, (tx) => this.store.file(tx, id, file, tenantId)));
  }

  atDesk({ id, file }: Which): Promise<FileContent> {
    return this.#open(this.database.asProvider((tx: Tx) => this.store.file(tx, id, file)));
  }

  ofNote({ id, file }: Which): Promise<FileContent> {
    return this.#open(this.database.asProvider((tx: Tx) => this.store.noteFile(tx, id, file)));
  }

  async #open(finding: Promise<KeptFile | null>): Promise<FileContent> {
    const found = await finding;
    const bytes = found && (await this.objects.get(found.tenantId, found.objectId));
    if (!found || !bytes) throw new Refusal('ticket.not_found', 'There is no such file.');
    return { name: found.name, mediaType: found.mediaType, bytes };
  }
}
