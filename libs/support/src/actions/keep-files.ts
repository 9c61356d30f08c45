import { createHash } from 'node:crypto';
import { Refusal, ticketFiles, type TicketFileType } from '@inkproof/contract';
import type { Id, Ids } from '@inkproof/kernel';
import { runIn, type FileScanner, type ObjectStore, type SentFile, type Statement, type Tx } from '@inkproof/platform';
import { fileNameOf, fileTypeOf } from '../model/file-type.js';
import { drawAnew } from './draw-anew.js';

/** One that is sealed and laid down, and whose rows are still to be written. */
export interface LaidFile {
  name: string;
  mediaType: TicketFileType;
  bytes: number;
  sha256: Buffer;
  objectId: Id<'obj'>;
  object: Statement;
}

const UNCHECKED = 'ticket.file_unchecked';

interface CheckedFile {
  name: string;
  mediaType: TicketFileType;
  bytes: Buffer;
}

/** One that goes with a message already. */
interface StoredFile {
  id: string;
  objectId: string;
  name: string;
  mediaType: string;
}

/** What is written of one beside what it belongs to. */
export type FileRow = Omit<LaidFile, 'object'> & { id: string; place: number };

/** Files of messages: told by their bytes, looked at by a scanner where there is one, pictures drawn anew, each sealed under a key of its own. */
export class KeepFiles {
  constructor(
    private readonly objects: ObjectStore,
    private readonly ids: Ids,
    private readonly scanner: FileScanner,
  ) {}

  /** Outside of the transaction that writes the message. What is laid down and never named is taken away by itself. */
  async lay(tenantId: Id<'ten'>, files: readonly SentFile[]): Promise<LaidFile[]> {
    const checked = [];
    for (const file of files) checked.push(await this.#check(file));
    const laid = [];
    for (const file of checked) laid.push(await this.#lay(tenantId, file));
    return laid;
  }

  /** Those of a mail that may go with a ticket, and how many may not: whoever sent it cannot choose others. */
  async layWhatMay(tenantId: Id<'ten'>, files: readonly SentFile[]): Promise<{ laid: LaidFile[]; left: number }> {
    const checked: CheckedFile[] = [];
    let bytes = 0;
    for (const file of files) {
      if (checked.length >= ticketFiles.maxFiles || file.bytes.length > ticketFiles.maxFileBytes || (bytes += file.bytes.length) > ticketFiles.maxBytes) continue;
      const may = await this.#check(file).catch((error: unknown) => {
        // One that cannot be looked at now is no worse than others: whoever brought the mail comes again.
        if (!(error instanceof Refusal) || error.code === UNCHECKED) throw error;
      });
      if (may) checked.push(may);
    }
    const laid = [];
    for (const file of checked) laid.push(await this.#lay(tenantId, file));
    return { laid, left: files.length - laid.length };
  }

  /** The same files once more, for a message that is taken into another ticket: sealed anew, so that each ticket may be erased by itself. By their ids. */
  async copies(tenantId: Id<'ten'>, files: readonly StoredFile[]): Promise<Map<string, LaidFile>> {
    const laid = new Map<string, LaidFile>();
    for (const { id, objectId, name, mediaType } of files) {
      const bytes = await this.objects.get(tenantId, objectId);
      if (!bytes) throw new Error(`The object of file ${id} is gone`);
      laid.set(id, await this.#lay(tenantId, { name, mediaType: mediaType as TicketFileType, bytes }));
    }
    return laid;
  }

  /** Writes the objects, in the transaction of the message, and answers what is to be written beside it. */
  async rows(tx: Tx, prefix: 'tkf' | 'tnf', laid: readonly LaidFile[]): Promise<FileRow[]> {
    for (const { object } of laid) await runIn(tx)(object);
    return laid.map(({ object: _, ...file }, at) => ({ ...file, id: this.ids.unguessable(prefix), place: at + 1 }));
  }

  async #lay(tenantId: Id<'ten'>, { bytes, ...file }: CheckedFile): Promise<LaidFile> {
    const objectId = this.ids.next('obj');
    const object = await this.objects.lay(tenantId, { id: objectId, class: 'correspondence', bytes, expiresAt: null });
    return { ...file, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest(), objectId, object };
  }

  async #check({ name, bytes }: SentFile): Promise<CheckedFile> {
    const mediaType = fileTypeOf(bytes, name);
    if (!mediaType) throw new Refusal('ticket.file_refused', 'A file of a ticket is a PNG, JPEG, WebP, PDF, JSON, CSV or plain text in UTF-8.');
    await this.#look(bytes);
    return { name: fileNameOf(name, mediaType), mediaType, bytes: await drawAnew(bytes, mediaType) };
  }

  /** As it was sent: what is drawn anew would hide what came with it. */
  async #look(bytes: Buffer): Promise<void> {
    const finding = await this.scanner.findingIn(bytes).catch(() => {
      throw new Refusal(UNCHECKED);
    });
    if (finding !== null) throw new Refusal('ticket.file_refused', 'Something harmful was found in a file.');
  }
}
