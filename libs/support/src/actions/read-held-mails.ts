import { HELD_MAIL_DAYS, type HeldMail } from '@inkproof/contract';
import { pageOf } from '@inkproof/kernel';
import type { Database, Tx } from '@inkproof/platform';
import type { HeldMailStore, HeldWords, ListedHeldMail } from '../store/held-mail-store.js';
import { findWriters } from './find-writers.js';

const DAY_MS = 24 * 3_600_000;

interface Author {
  name: string;
  email: string;
  tenants: { id: string; name: string }[];
}

const show = ({ id, personId, at }: ListedHeldMail, { name, email, tenants }: Author, said: HeldWords): HeldMail => ({
  id: id as HeldMail['id'],
  at: at.toISOString(),
  goes_at: new Date(at.getTime() + HELD_MAIL_DAYS * DAY_MS).toISOString(),
  from: { id: personId as HeldMail['from']['id'], name, email },
  ...said,
  tenants: tenants as HeldMail['tenants'],
});

/** What waits to be placed, with the tenants that it may be of. */
export class ReadHeldMails {
  constructor(
    private readonly database: Database,
    private readonly held: HeldMailStore,
  ) {}

  async page({ cursor, limit }: { cursor?: string; limit: number }): Promise<{ items: HeldMail[]; next_cursor: string | null }> {
    const { rows, authors } = await this.database.asProvider(async (tx) => {
      const found = await this.held.list(tx, { below: cursor, size: limit + 1 });
      return { rows: found, authors: await this.#authors(tx, [...new Set(found.map(({ personId }) => personId))]) };
    });
    const { items, nextCursor } = pageOf(rows, limit);
    const shown: HeldMail[] = [];
    for (const mail of items) {
      const [author, said] = [authors.get(mail.personId), await this.held.words(mail)];
      if (author && said) shown.push(show(mail, author, said));
    }
    return { items: shown, next_cursor: nextCursor };
  }

  async #authors(tx: Tx, ids: readonly string[]): Promise<Map<string, Author>> {
    const people = await tx.person.findMany({ where: { id: { in: [...ids] } }, select: { id: true, name: true, email: true } });
    const authors = new Map<string, Author>();
    for (const { id, name, email } of people) {
      const tenantIds = (await findWriters(tx, { id })).map(({ tenantId }) => tenantId);
      authors.set(id, { name, email, tenants: await tx.tenant.findMany({ where: { id: { in: tenantIds } }, select: { id: true, name: true }, orderBy: { name: 'asc' } }) });
    }
    return authors;
  }
}
