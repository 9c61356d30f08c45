import { createHash } from 'node:crypto';
import type { Id } from '@inkproof/kernel';
import type { Database, Statement, Tx } from '../database/database.js';
import { runIn } from '../database/run-in.js';
import { PROVIDER, type Drawers, type OpenDrawer } from '../objects/drawers.js';
import { unseal } from '../vault/seal.js';
import type { Letter } from './render.js';

export type MailState = 'waiting' | 'sent' | 'failed' | 'bounced';

/** A mail as the outbox lists it. */
export interface ListedMail {
  id: Id<'mal'>;
  tenantId: Id<'ten'> | null;
  to: string;
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

const listed = { id: true, tenantId: true, template: true, state: true, attempts: true, createdAt: true, expiresAt: true, nextAttemptAt: true, settledAt: true, lastError: true, recipient: true, recipientKey: true } as const;

/** The outbox as the provider keeps it. */
export class MailStore {
  constructor(
    private readonly database: Database,
    private readonly masterKey: Uint8Array,
    private readonly drawers: Drawers,
  ) {}

  async list({ below, size }: { below?: string; size: number }): Promise<ListedMail[]> {
    const rows = await this.database.asProvider((tx) => tx.mail.findMany({ where: below === undefined ? {} : { id: { lt: below } }, select: listed, orderBy: { id: 'desc' }, take: size }));
    return rows.map(({ recipient, recipientKey, ...row }) => ({ ...row, to: this.#recipient(row.id, recipient, recipientKey) }) as ListedMail);
  }

  /** What a mail says; undefined when there is none, or nothing of it any more. */
  async read(id: Id<'mal'>): Promise<(Letter & { tenantId: Id<'ten'> | null; template: string }) | undefined> {
    const row = await this.database.asProvider((tx) => tx.mail.findUnique({ where: { id }, select: { tenantId: true, template: true, body: true, bodyKey: true } }));
    return row?.body && row.bodyKey ? { ...this.#letter(id, row.body, row.bodyKey), tenantId: row.tenantId as Id<'ten'> | null, template: row.template } : undefined;
  }

  /** Takes mails that are due, each by one taker. It comes up again at `again` unless it is settled by then. */
  async take(now: Date, again: Date, most: number): Promise<DueMail[]> {
    const rows = await this.database.asProvider(
      (tx) => tx.$queryRaw<{ id: Id<'mal'>; tenant_id: Id<'ten'> | null; template: string; attempts: number; created_at: Date; expires_at: Date; recipient: Buffer; recipient_key: Buffer; body: Buffer; body_key: Buffer }[]>`
        UPDATE mail m SET next_attempt_at = ${again}::timestamptz, attempts = m.attempts + 1
        FROM (SELECT w.id FROM mail w WHERE w.next_attempt_at <= ${now}::timestamptz AND w.expires_at > ${now}::timestamptz ORDER BY w.next_attempt_at LIMIT ${most} FOR UPDATE SKIP LOCKED) due
        WHERE m.id = due.id
        RETURNING m.id, m.tenant_id, m.template, m.attempts, m.created_at, m.expires_at, m.recipient, m.recipient_key, m.body, m.body_key`,
    );
    return rows.map(({ id, tenant_id, template, attempts, created_at, expires_at, ...row }) => ({ id, tenantId: tenant_id, template, attempts, createdAt: created_at, expiresAt: expires_at, to: this.#recipient(id, row.recipient, row.recipient_key), letter: this.#letter(id, row.body, row.body_key) }));
  }

  /** Before it is sent: what is to be kept and cannot be waits, rather than going again and again. Undefined for mails of which nothing is kept. */
  async room({ id, tenantId, template }: Pick<DueMail, 'id' | 'tenantId' | 'template'>): Promise<Room | undefined> {
    return template === ARCHIVED ? this.drawers.lay(tenantId ?? PROVIDER, drawerOf(id)) : undefined;
  }

  /** It is over with this mail, and what it said is erased; the message itself is kept where there is room for it. */
  async settle({ id, tenantId }: Pick<DueMail, 'id' | 'tenantId'>, state: MailState, at: Date, lastError: string | null, kept: { message: Buffer; room: Room } | undefined): Promise<void> {
    const settling = async (tx: Tx): Promise<void> => {
      const { count } = await tx.mail.updateMany({ where: { id, tenantId, state: 'waiting' }, data: { state, settledAt: at, nextAttemptAt: null, lastError, body: null, bodyKey: null } });
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
      await tx.mail.updateMany({ where: { state: 'waiting', expiresAt: { lte: now } }, data: { state: 'failed', settledAt: now, nextAttemptAt: null, body: null, bodyKey: null } });
      await tx.mail.deleteMany({ where: { createdAt: { lt: before }, nextAttemptAt: null } });
    });
  }

  #recipient(id: string, sealed: Uint8Array, sealedKey: Uint8Array): string {
    return unseal(this.masterKey, `${id} recipient`, { sealed, sealedKey }).toString('utf8');
  }

  #letter(id: string, sealed: Uint8Array, sealedKey: Uint8Array): Letter {
    return JSON.parse(unseal(this.masterKey, id, { sealed, sealedKey }).toString('utf8')) as Letter;
  }
}
