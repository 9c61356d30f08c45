import { randomBytes } from 'node:crypto';
import type { Actor, Trail } from '@inkproof/audit';
import type { RequestDeskChange } from '@inkproof/contract';
import type { Clock, Id } from '@inkproof/kernel';
import type { Database, Tx } from '@inkproof/platform';
import type { Desk, RequestStore } from '../store/request-store.js';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const SLUG_CHARACTERS = 20;
const ANSWER_DAYS = 30;

const newSlug = (): string => Array.from(randomBytes(SLUG_CHARACTERS), (byte) => ALPHABET[byte % ALPHABET.length]).join('');

/** Where people write to a tenant, and how long it gives itself to answer. */
export class RequestDesks {
  constructor(
    private readonly database: Database,
    private readonly store: RequestStore,
    private readonly trail: Trail,
    private readonly clock: Clock,
  ) {}

  of(tenantId: Id<'ten'>): Promise<Desk> {
    return this.database.asTenant(tenantId, (tx) => this.in(tx, tenantId));
  }

  async in(tx: Tx, tenantId: Id<'ten'>): Promise<Desk> {
    return (await this.store.desk(tx, tenantId)) ?? this.store.makeDesk(tx, { tenantId, slug: newSlug(), open: true, answerDays: ANSWER_DAYS, changedAt: this.clock.now() });
  }

  change(tenantId: Id<'ten'>, { open, answer_days: answerDays, new_address }: RequestDeskChange, by: Actor): Promise<Desk> {
    return this.database.asTenant(tenantId, async (tx) => {
      const before = await this.in(tx, tenantId);
      const asked = { ...(open !== undefined && { open }), ...(answerDays !== undefined && { answerDays }), ...(new_address && { slug: newSlug() }) };
      await this.store.changeDesk(tx, tenantId, { ...asked, changedAt: this.clock.now() });
      await this.trail.append(tx, tenantId, { action: 'request_desk.changed', by, targets: [tenantId], details: { changed: Object.keys(asked) } });
      return { ...before, ...asked };
    });
  }
}
