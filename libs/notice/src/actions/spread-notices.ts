import type { Clock } from '@inkproof/kernel';
import type { Database, Run } from '@inkproof/platform';
import { channelsForStaff } from '../model/channels.js';
import { changeOf, dutyOf } from '../model/duty.js';
import { wordsTo } from '../model/recipients.js';
import type { ConcernedTenant, OpenNotice, SpreadStore } from '../store/spread-store.js';
import type { TellPeople } from './tell-people.js';
import type { TellPrograms } from './tell-programs.js';

/** Tenants whose deliveries are written in one transaction. */
const BATCH = 500;
const NOTICES_AT_ONCE = 20;

/**
 * Spreads what was published: one delivery for each person, channel and webhook. A batch of tenants and the mark that they
 * were told are one transaction, so whoever goes on after a worker that died tells nobody twice and passes nobody over.
 */
export class SpreadNotices {
  constructor(
    private readonly database: Database,
    private readonly store: SpreadStore,
    private readonly people: TellPeople,
    private readonly programs: TellPrograms,
    private readonly clock: Clock,
  ) {}

  /** One batch of each notice that is open. Answers how many were told. */
  async once(): Promise<number> {
    let told = 0;
    let failure: unknown;
    for (const notice of await this.store.open(NOTICES_AT_ONCE)) {
      // One that cannot be spread must not keep the others.
      await this.#step(notice).then((count) => (told += count), (error: unknown) => (failure ??= error));
    }
    if (failure !== undefined && told === 0) throw failure;
    return told;
  }

  async #step(notice: OpenNotice): Promise<number> {
    if (notice.resolved_at === null) await this.store.resolve(notice.id, this.clock.now());
    return this.database.changeAsProvider((run) => (notice.staff.length ? this.#toStaff(run, notice) : this.#toTenants(run, notice)));
  }

  async #toStaff(run: Run, { id }: OpenNotice): Promise<number> {
    const notice = await this.store.holdWhole(run, id);
    if (!notice) return 0;
    const staff = await this.store.staff(run, notice.staff, notice.kind);
    const words = staff.flatMap((to) => channelsForStaff(to.wishes).map((channel) => ({ to, channel, owed: true })));
    await this.people.of(run, notice, words, () => '');
    await this.store.close(run, id, this.clock.now());
    return staff.length;
  }

  async #toTenants(run: Run, notice: OpenNotice): Promise<number> {
    const tenants = await this.store.hold(run, notice.id, BATCH);
    if (tenants.length) await this.#tell(run, notice, tenants);
    await this.store.close(run, notice.id, this.clock.now());
    return tenants.length;
  }

  async #tell(run: Run, notice: OpenNotice, tenants: readonly ConcernedTenant[]): Promise<void> {
    const { kind, compatible } = notice;
    const duties = new Map(tenants.map(({ id, plan }) => [id, dutyOf(plan, changeOf(kind), compatible ? 'compatible' : 'incompatible')]));
    const names = new Map<string, string>(tenants.map(({ id, name }) => [id, name]));
    const members = await this.store.members(run, [...duties.keys()], kind);
    const words = members.flatMap((member) => wordsTo([member], duties.get(member.tenantId)!, kind));
    await this.people.of(run, notice, words, (tenantId) => names.get(tenantId)!);
    await this.programs.of(run, notice, tenants);
    await this.store.told(run, notice.id, [...duties].map(([tenantId, duty]) => ({ tenantId, duty })), this.clock.now());
  }
}
