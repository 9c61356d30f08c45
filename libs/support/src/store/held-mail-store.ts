import type { Id } from '@inkproof/kernel';
import { PROVIDER, type Drawers, type OpenDrawer, type Prisma, runIn, type SentFile, type Statement, tellIn, type Tx } from '@inkproof/platform';
import { DESK_NEWS } from '../model/ticket-news.js';

/** What a held mail says. */
export interface HeldWords {
  subject: string;
  words: string;
  checked: string;
  files: { name: string; bytes: number }[];
}

type Row = Prisma.HeldMailGetPayload<object>;
export type ListedHeldMail = Omit<Row, 'sealedFiles'>;

const listed = { id: true, personId: true, at: true, messageId: true, sealed: true } as const;

/** A held mail has a drawer of its own, so that it goes by itself. */
const drawerOf = (id: string): string => `held mail ${id}`;

const packed = (files: readonly SentFile[]): Buffer => Buffer.from(JSON.stringify(files.map(({ name, bytes }) => ({ name, bytes: bytes.toString('base64') }))));
const unpacked = (bytes: Buffer): SentFile[] => (JSON.parse(bytes.toString()) as { name: string; bytes: string }[]).map((file) => ({ name: file.name, bytes: Buffer.from(file.bytes, 'base64') }));

/** Mail that is of no tenant yet, in transactions of the provider's. */
export class HeldMailStore {
  constructor(private readonly drawers: Drawers) {}

  /** Outside of the transaction that writes it. */
  lay(id: Id<'hml'>): Promise<{ drawer: OpenDrawer; row: Statement }> {
    return this.drawers.lay(PROVIDER, drawerOf(id));
  }

  async add(tx: Tx, mail: Pick<Row, 'id' | 'personId' | 'at' | 'messageId'>, { drawer, row }: { drawer: OpenDrawer; row: Statement }, said: Omit<HeldWords, 'files'>, files: readonly SentFile[]): Promise<void> {
    await runIn(tx)(row);
    const words: HeldWords = { ...said, files: files.map(({ name, bytes }) => ({ name, bytes: bytes.length })) };
    await tx.heldMail.createMany({ data: [{ ...mail, sealed: drawer.seal(mail.id, Buffer.from(JSON.stringify(words))), sealedFiles: drawer.seal(`${mail.id} files`, packed(files)) }] });
    await tellIn(tx, DESK_NEWS);
  }

  find(tx: Tx, id: string): Promise<Row | null> {
    return tx.heldMail.findUnique({ where: { id } });
  }

  /** Newest first. */
  list(tx: Tx, { below, size }: { below?: string | undefined; size: number }): Promise<ListedHeldMail[]> {
    return tx.heldMail.findMany({ where: below === undefined ? {} : { id: { lt: below } }, select: listed, orderBy: { id: 'desc' }, take: size });
  }

  total(tx: Tx): Promise<number> {
    return tx.heldMail.count();
  }

  /** Those of a person that came since then. */
  count(tx: Tx, personId: string, since: Date): Promise<number> {
    return tx.heldMail.count({ where: { personId, at: { gt: since } } });
  }

  async knows(tx: Tx, personId: string, messageId: string): Promise<boolean> {
    return (await tx.heldMail.count({ where: { personId, messageId } })) > 0;
  }

  /** Undefined when it has gone meanwhile. */
  async words({ id, sealed }: ListedHeldMail): Promise<HeldWords | undefined> {
    const opened = (await this.drawers.find(PROVIDER, drawerOf(id)))?.open(id, sealed);
    return opened && (JSON.parse(opened.toString()) as HeldWords);
  }

  async files({ id, sealedFiles }: Row): Promise<SentFile[]> {
    const opened = (await this.drawers.find(PROVIDER, drawerOf(id)))?.open(`${id} files`, sealedFiles);
    return opened ? unpacked(opened) : [];
  }

  /** Whether it was there: of two who take it, the second finds none. */
  async remove(tx: Tx, id: string): Promise<boolean> {
    const { count } = await tx.heldMail.deleteMany({ where: { id } });
    if (!count) return false;
    await this.drawers.destroy(runIn(tx), PROVIDER, [drawerOf(id)]);
    await tellIn(tx, DESK_NEWS);
    return true;
  }

  before(tx: Tx, at: Date, size: number): Promise<{ id: string }[]> {
    return tx.heldMail.findMany({ where: { at: { lte: at } }, select: { id: true }, orderBy: { at: 'asc' }, take: size });
  }
}
