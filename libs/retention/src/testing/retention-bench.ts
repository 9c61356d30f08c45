import { SealStore, Seals, SigningKey, Trail, type Actor } from '@inkproof/audit';
import { Approvals, ApprovalStore } from '@inkproof/identity';
import { SortableIds, StillClock, type Id } from '@inkproof/kernel';
import { Database } from '@inkproof/platform';
import { openSpecDatabase, type SpecDatabase } from '@inkproof/spec-database';
import pg from 'pg';
import { Holds } from '../actions/holds.js';
import { LengthenPeriod } from '../actions/lengthen-period.js';
import { LiftHold } from '../actions/lift-hold.js';
import { PlaceHold } from '../actions/place-hold.js';
import { HoldStore } from '../store/hold-store.js';
import { RuleStore } from '../store/rule-store.js';

export const PEPPER = 'p'.repeat(32);
export const staff = (id = 'per_staff', role = 'compliance'): Actor => ({ kind: 'staff', id, role, requestId: 'req_1' });
export const owner: Actor = { kind: 'member', id: 'per_owner', role: 'owner', requestId: 'req_1' };

/** Everything of retention on a database of its own. */
export class RetentionBench {
  readonly ids = new SortableIds();
  readonly clock = new StillClock();
  readonly trail = new Trail();
  readonly key = new SigningKey([Buffer.alloc(32, 9)]);
  readonly rules = new RuleStore();
  readonly holdStore = new HoldStore();
  readonly holds = new Holds(this.holdStore);
  readonly seals: Seals;
  readonly approvals: Approvals;
  readonly place: PlaceHold;
  readonly lift: LiftHold;
  readonly lengthen: LengthenPeriod;

  private constructor(
    readonly spec: SpecDatabase,
    readonly database: Database,
    /** Of the store itself. */
    readonly root: pg.Client,
  ) {
    const { ids, clock, trail } = this;
    this.seals = new Seals(database, new SealStore(), this.key);
    this.approvals = new Approvals(new ApprovalStore(), trail, ids, clock);
    this.place = new PlaceHold(database, this.holds, this.holdStore, trail, ids, clock, PEPPER);
    this.lift = new LiftHold(database, this.approvals, trail, clock);
    this.lengthen = new LengthenPeriod(database, this.rules, trail, ids, clock);
  }

  static async open(pool = 10): Promise<RetentionBench> {
    const spec = await openSpecDatabase();
    const root = new pg.Client(spec.ownerUrl);
    await root.connect();
    return new RetentionBench(spec, new Database({ url: spec.url, pool }), root);
  }

  async newTenant(): Promise<Id<'ten'>> {
    const id = this.ids.next('ten');
    await this.database.asProvider((tx) => tx.tenant.create({ data: { id, name: 'x', createdAt: this.clock.now() } }));
    return id;
  }

  /** Has a second person approve what waits. */
  approve(id: string, by = staff('per_second')): Promise<unknown> {
    return this.database.asProvider(async (tx) => this.approvals.decide(tx, id, { verdict: 'approve', payloadSha256: (await this.approvals.find(tx, id)).payloadSha256, by }));
  }

  async close(): Promise<void> {
    await this.database.close();
    await this.root.end();
    await this.spec.drop();
  }
}
