import { Controller, Inject } from '@nestjs/common';
import type { Actor } from '@inkproof/audit';
import { api, Refusal, type Availability, type NewBooking, type NewOutage, type Outage, type OutageClue } from '@inkproof/contract';
import { ActingBy } from '@inkproof/identity';
import { Clock, pageOf, type Id } from '@inkproof/kernel';
import { Answers, Database, Given } from '@inkproof/platform';
import { KeepLedger } from '../actions/keep-ledger.js';
import { ReadAvailability } from '../actions/read-availability.js';
import { ClueStore } from '../store/clue-store.js';
import { OutageStore, type OutageSearch } from '../store/outage-store.js';
import { monthOf, showAvailability } from './show-availability.js';
import { showInLedger } from './show-outage.js';

interface OutageId {
  id: Id<'out'>;
}

interface Asked {
  cursor?: string;
  limit: number;
  component?: string;
  tenant?: Id<'ten'>;
  show: NonNullable<OutageSearch['show']>;
}

/** The provider's ledger of outages. */
@Controller()
export class LedgerController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(OutageStore) private readonly outages: OutageStore,
    @Inject(ClueStore) private readonly clueStore: ClueStore,
    @Inject(ReadAvailability) private readonly availability: ReadAvailability,
    @Inject(KeepLedger) private readonly ledger: KeepLedger,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Answers(api.adminAvailability.month)
  async month(@Given.query(api.adminAvailability.month.query) { month, tenant }: { month?: string; tenant?: Id<'ten'> }): Promise<Availability> {
    const asked = monthOf(month, this.clock.now());
    return showAvailability(await this.database.asProvider((tx) => this.availability.over(tx, asked, tenant ?? null)));
  }

  @Answers(api.adminAvailability.list)
  async list(@Given.query(api.adminAvailability.list.query) { cursor, limit, component, tenant, show }: Asked): Promise<{ items: Outage[]; next_cursor: string | null }> {
    const rows = await this.database.asProvider((tx) => this.outages.list(tx, { component, tenantId: tenant, show, beyond: cursor, size: limit + 1 }));
    const { items, nextCursor } = pageOf(rows, limit);
    return { items: items.map(showInLedger), next_cursor: nextCursor };
  }

  @Answers(api.adminAvailability.find)
  async find(@Given.params(api.adminAvailability.find.params) { id }: OutageId): Promise<Outage> {
    const outage = await this.database.asProvider((tx) => this.outages.find(tx, id));
    if (!outage) throw new Refusal('outage.not_found');
    return showInLedger(outage);
  }

  @Answers(api.adminAvailability.clues)
  clues(@Given.params(api.adminAvailability.clues.params) { id }: OutageId): Promise<{ items: OutageClue[] }> {
    return this.database.asProvider(async (tx) => {
      const outage = await this.outages.find(tx, id);
      if (!outage) throw new Refusal('outage.not_found');
      return { items: await this.clueStore.about(tx, outage, this.clock.now()) };
    });
  }

  @Answers(api.adminAvailability.enter)
  async enter(@Given.body(api.adminAvailability.enter.body) outage: NewOutage, @ActingBy() by: Actor): Promise<Outage> {
    return showInLedger(await this.ledger.enter(outage, by));
  }

  @Answers(api.adminAvailability.end)
  async end(@Given.params(api.adminAvailability.end.params) { id }: OutageId, @Given.body(api.adminAvailability.end.body) { at }: { at?: string }, @ActingBy() by: Actor): Promise<Outage> {
    return showInLedger(await this.ledger.end(id, at, by));
  }

  @Answers(api.adminAvailability.book)
  async book(@Given.params(api.adminAvailability.book.params) { id }: OutageId, @Given.body(api.adminAvailability.book.body) booking: NewBooking, @ActingBy() by: Actor): Promise<Outage> {
    return showInLedger(await this.ledger.book(id, booking, by));
  }

  @Answers(api.adminAvailability.settle)
  async settle(
    @Given.params(api.adminAvailability.settle.params) { id, dispute }: OutageId & { dispute: Id<'dsp'> },
    @Given.body(api.adminAvailability.settle.body) settlement: { state: 'upheld' | 'rejected'; answer: string },
    @ActingBy() by: Actor,
  ): Promise<Outage> {
    return showInLedger(await this.ledger.settle(id, dispute, settlement, by));
  }
}
