import { createHash } from 'node:crypto';
import type { Id } from '@inkproof/kernel';
import type { Database, Statement, Tx } from '../database/database.js';
import { runIn } from '../database/run-in.js';
import { PROVIDER, type Drawers, type OpenDrawer } from '../objects/drawers.js';
import { StorageUnavailable } from '../objects/storage-unavailable.js';
import { unseal } from '../vault/seal.js';
import type { Letterboxes, OpenLetterboxes } from './letterboxes.js';
import type { Letter } from './render.js';

export type MailState = 'waiting' | 'sent' | 'failed' | 'bounced';

/** A mail as the outbox lists it. */
export interface ListedMail {
  id: Id<'mal'>;
  tenantId: Id<'ten'> | null;
  /** Null while it cannot be opened. */
  to: string | null;
  template: string;
  state: MailState;
  attempts: number;
  createdAt: Date;
  expiresAt: Date;
  nextAttemptAt: Date | null;
  settledAt: Date | null;
  lastError: string | null;
}

/** Mails of this template tell what somebody is owed. Their bytes are kept; those of others may sign people in and are not. */
const ARCHIVED = 'notice';

/** Where the bytes of a mail that is kept are to lie. */
interface Room {
  drawer: OpenDrawer;
  row: Statement;
}

/** A kept mail has a drawer of its own, so that it goes by itself. */
const drawerOf = (mailId: string): string => `mail ${mailId}`;

/** One that was taken to be sent. */
export interface DueMail {
  id: Id<'mal'>;
  tenantId: Id<'ten'> | null;
  template: string;
  to: string;
  letter: Letter;
  /** This one included. */
  attempts: number;
  createdAt: Date;
  expiresAt: Date;
}

/** One that was taken and cannot be sent: the key of its letterbox is gone. */
export type ClosedMail = Omit<DueMail, 'to' | 'letter'>;

/** As a row has it. */
interface Sealed {
  id: string;
  sealed: Uint8Array;
  /** Of before there were letterboxes. */
  key: Uint8Array | null;
  box: string | null;
}

interface TakenRow {
  id: Id<'mal'>;
  tenant_id: Id<'ten'> | null;
  template: string;
  attempts: number;
  created_at: Date;
  expires_at: Date;
  recipient: Buffer;
  recipient_key: Buffer | null;
  recipient_box: string | null;
  body: Buffer;
  body_key: Buffer | null;
  body_box: string | null;
}

const addressIn = ({ id, recipient, recipientKey, recipientBox }: { id: string; recipient: Uint8Array; recipientKey: Uint8Array | null; recipientBox: string | null }): Sealed => ({ id: `${id} recipient`, sealed: recipient, key: recipientKey, box: recipientBox });

const listed = { id: true, tenantId: true, template: true, state: true, attempts: true, createdAt: true, expiresAt: true, nextAttemptAt: true, settledAt: true, lastError: true, recipient: true, recipientKey: true, recipientBox: true } as const;

/** The outbox as the provider keeps it. */
export class MailStore {
  constructor(
    private readonly database: Database,
    private readonly masterKey: Uint8Array,
    private readonly drawers: Drawers,
    private readonly boxes: Letterboxes,
  ) {}

  async list({ below, size }: { below?: string; size: number }): Promise<ListedMail[]> {
    const rows = await this.database.asProvider((tx) => tx.mail.findMany({ where: below === undefined ? {} : { id: { lt: below } }, select: listed, orderBy: { id: 'desc' }, take: size }));
    const addresses = rows.map(addressIn);
    // The outbox is looked at when something is away, too.
    const open = await this.#opening(addresses).catch(orNothing);
    return rows.map((row, at) => ({ ...row, to: open(addresses[at]!)?.toString('utf8') ?? null }) as ListedMail);
  }

  /** What a mail says; undefined when there is none, or nothing of it any more. */
  async read(id: Id<'mal'>): Promise<(Letter & { tenantId: Id<'ten'> | null; template: string }) | undefined> {
    const row = await this.database.asProvider((tx) => tx.mail.findUnique({ where: { id }, select: { tenantId: true, template: true, body: true, bodyKey: true, bodyBox: true } }));
    if (!row?.body) return undefined;
    const sealed: Sealed = { id, sealed: row.body, key: row.bodyKey, box: row.bodyBox };
    const letter = (await this.#opening([sealed]))(sealed);
    return letter && { ...letterOf(letter), tenantId: row.tenantId as Id<'ten'> | null, template: row.template };
  }

  /** Takes mails that are due, each by one taker. It comes up again at `again` unless it is settled by then. */
  async take(now: Date, again: Date, most: number): Promise<{ due: DueMail[]; closed: ClosedMail[] }> {
    const rows = await this.database.asProvider(
      (tx) => tx.$queryRaw<TakenRow[]>`
        UPDATE mail m SET next_attempt_at = ${again}::timestamptz, attempts = m.attempts + 1
        FROM (SELECT w.id FROM mail w WHERE w.next_attempt_at <= ${now}::timestamptz AND w.expires_at > ${now}::timestamptz ORDER BY w.next_attempt_at LIMIT ${most} FOR UPDATE SKIP LOCKED) due
        WHERE m.id = due.id
        RETURNING m.id, m.tenant_id, m.template, m.attempts, m.created_at, m.expires_at, m.recipient, m.recipient_key, m.recipient_box, m.body, m.body_key, m.body_box`,
    );
    const taken = rows.map((row) => ({
      mail: { id: row.id, tenantId: row.tenant_id, template: row.template, attempts: row.attempts, createdAt: row.created_at, expiresAt: row.expires_at },
      address: addressIn({ id: row.id, recipient: row.recipient, recipientKey: row.recipient_key, recipientBox: row.recipient_box }),
      words: { id: row.id, sealed: row.body, key: row.body_key, box: row.body_box },
    }));
    const open = await this.#opening(taken.flatMap(({ address, words }) => [address, words]));
    const [due, closed]: [DueMail[], ClosedMail[]] = [[], []];
    for (const { mail, address, words } of taken) {
      const [to, letter] = [open(address), open(words)];
      if (to && letter) due.push({ ...mail, to: to.toString('utf8'), letter: letterOf(letter) });
      else closed.push(mail);
    }
    return { due, closed };
  }

  /** Before it is sent: what is to be kept and cannot be waits, rather than going again and again. Undefined for mails of which nothing is kept. */
  async room({ id, tenantId, template }: Pick<DueMail, 'id' | 'tenantId' | 'template'>): Promise<Room | undefined> {
    return template === ARCHIVED ? this.drawers.lay(tenantId ?? PROVIDER, drawerOf(id)) : undefined;
  }

  /** It is over with this mail, and what it said is erased; the message itself is kept where there is room for it. */
  async settle({ id, tenantId }: Pick<DueMail, 'id' | 'tenantId'>, state: MailState, at: Date, lastError: string | null, kept: { message: Buffer; room: Room } | undefined): Promise<void> {
    const settling = async (tx: Tx): Promise<void> => {
      const { count } = await tx.mail.updateMany({ where: { id, tenantId, state: 'waiting' }, data: { state, settledAt: at, nextAttemptAt: null, lastError, body: null, bodyKey: null, bodyBox: null } });
      if (!count || !kept) return;
      const { message, room } = kept;
      await runIn(tx)(room.row);
      await tx.mailArchive.create({ data: { mailId: id, tenantId, keptAt: at, sha256: createHash('sha256').update(message).digest('hex'), sealed: room.drawer.seal(`${id} message`, message) } });
    };
    await (tenantId === null ? this.database.asProvider(settling) : this.database.asProviderOf(tenantId, settling));
  }

  /**
   * A mail that was taken and came back later. `early` while it is not written down yet that it was taken; `unknown` when
   * there is none, or it has come back before.
   */
  async cameBack(id: Id<'mal'>, code: string): Promise<'noted' | 'early' | 'unknown'> {
    return this.database.asProvider(async (tx) => {
      const { count } = await tx.mail.updateMany({ where: { id, state: 'sent' }, data: { state: 'bounced', lastError: code } });
      if (count) return 'noted';
      return (await tx.mail.count({ where: { id, state: 'waiting' } })) ? 'early' : 'unknown';
    });
  }

  /** The message as it was handed to the mail server, byte for byte; undefined when it was not kept. */
  async message(id: string): Promise<{ tenantId: Id<'ten'> | null; sha256: string; bytes: Buffer } | undefined> {
    const row = await this.database.asProvider((tx) => tx.mailArchive.findUnique({ where: { mailId: id } }));
    if (!row) return undefined;
    const bytes = (await this.drawers.reader(row.tenantId ?? PROVIDER, drawerOf(id)))(`${id} message`, row);
    return bytes && { tenantId: row.tenantId as Id<'ten'> | null, sha256: row.sha256, bytes };
  }

  async again(id: Id<'mal'>, at: Date, lastError: string): Promise<void> {
    await this.database.asProvider((tx) => tx.mail.updateMany({ where: { id, state: 'waiting' }, data: { nextAttemptAt: at, lastError } }));
  }

  /** Gives up what has nothing to tell any more, and removes what was created before `before`. */
  async tidy(now: Date, before: Date): Promise<void> {
    await this.database.asProvider(async (tx) => {
      await tx.mail.updateMany({ where: { state: 'waiting', expiresAt: { lte: now } }, data: { state: 'failed', settledAt: now, nextAttemptAt: null, body: null, bodyKey: null, bodyBox: null } });
      await tx.mail.deleteMany({ where: { createdAt: { lt: before }, nextAttemptAt: null } });
    });
  }

  /** Opens any of these. */
  async #opening(all: readonly Sealed[]): Promise<(one: Sealed) => Buffer | undefined> {
    const open: OpenLetterboxes = await this.boxes.opening(all.flatMap(({ box }) => box ?? []));
    return ({ id, sealed, key, box }) => (key ? unseal(this.masterKey, id, { sealed, sealedKey: key }) : open(box!, id, sealed));
  }
}

const letterOf = (opened: Buffer): Letter => JSON.parse(opened.toString('utf8')) as Letter;

const orNothing = (error: unknown): (() => undefined) => {
  if (error instanceof StorageUnavailable) return () => undefined;
  throw error;
};
