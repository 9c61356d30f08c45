import type { Actor, Seals, Trail } from '@inkproof/audit';
import { Refusal, type FilingExport } from '@inkproof/contract';
import type { Clock, Day, Id } from '@inkproof/kernel';
import type { Database, Tx } from '@inkproof/platform';
import type { RuleStore } from '@inkproof/retention';
import { endOfText } from '../model/authorisation.js';
import { asOf, filingDay, inForceOn, type FilingDay } from '../model/filing-day.js';
import type { FilingDayStore, DayScope } from '../store/filing-day-store.js';
import type { Asking, FilingStore } from '../store/filing-store.js';
import type { FilingView, ReadFiling } from './read-filing.js';

/** Who asks for what. Staff name a version and say why; a tenant names its filing. */
export interface AskedDay {
  asking: Asking;
  filingId?: string;
  versionId?: string;
  on: Day;
  format: 'json' | 'zip';
  reason?: string;
}

/** Everything about a filing on a day: each version that was handed in as it stood then, newest first, and what the store counts beside it. */
export interface GatheredFiling extends Pick<FilingExport, 'authorizations' | 'calls' | 'inspections' | 'holds' | 'retention' | 'erased'> {
  day: FilingDay;
  madeAt: Date;
  tenant: { id: Id<'ten'>; name: string };
  filing: { id: Id<'flg'>; name: string };
  views: FilingView[];
  inForce: FilingView[];
  scope: DayScope;
}

/** Classes of what an export tells of. */
const CLASSES: readonly string[] = ['filing', 'authorisation_material', 'recognition', 'processing_record', 'inspection', 'deletion_record', 'audit_log'];

/**
 * Gathers what is known of a filing on a day, and writes down first that somebody did: a tenant's own people in their log,
 * staff in both. Whoever asks, it is read through the fence of that one tenant.
 */
export class GatherFiling {
  constructor(
    private readonly database: Database,
    private readonly store: FilingStore,
    private readonly days: FilingDayStore,
    private readonly read: ReadFiling,
    private readonly rules: RuleStore,
    private readonly seals: Seals,
    private readonly trail: Trail,
    private readonly clock: Clock,
  ) {}

  async for({ asking, on, format, reason, ...which }: AskedDay, by: Actor): Promise<GatheredFiling> {
    const madeAt = this.clock.now();
    const day = filingDay(on, madeAt);
    const found = await this.#find(asking, which);
    const { tenant, filing } = found;
    await this.#note(asking, tenant.id, { action: 'filing.exported', by, targets: [filing.id], details: { on, format }, ...(reason !== undefined && { reason }) });
    await this.seals.current(tenant.id);
    const views = [];
    for (const id of found.versions) views.push(await this.read.version(asking, id, filing.id));
    const known = asOf(views, day.until);
    const versions = known.map(({ version }) => version);
    const inForce = inForceOn(versions, day);
    const scope = { tenantId: tenant.id, filingId: filing.id, from: day.from, until: day.until, versions: versions.map((version) => ({ id: version.id, endsAt: endOfText(version, versions) })) };
    return { day, madeAt, tenant, filing, views: known, inForce: known.filter(({ version }) => inForce.includes(version)), scope, ...(await this.#count(scope)) };
  }

  #find(asking: Asking, { filingId, versionId }: Pick<AskedDay, 'filingId' | 'versionId'>): Promise<Pick<GatheredFiling, 'tenant' | 'filing'> & { versions: string[] }> {
    const work = async (tx: Tx) => {
      const named = versionId === undefined ? undefined : await this.store.find(tx, asking, versionId);
      const id = named?.filing.id ?? filingId;
      const versions = id === undefined ? [] : await this.store.versions(tx, asking, id);
      const [newest] = versions;
      if (!newest) throw new Refusal('filing.not_found');
      const { name } = await tx.tenant.findUniqueOrThrow({ where: { id: newest.tenantId }, select: { name: true } });
      return { tenant: { id: newest.tenantId, name }, filing: { id: newest.filing.id, name: newest.filing.name }, versions: versions.map((version) => version.id) };
    };
    return asking === 'provider' ? this.database.asProvider(work) : this.database.asTenant(asking, work);
  }

  #note(asking: Asking, tenantId: Id<'ten'>, act: Parameters<Trail['append']>[2]): Promise<void> {
    return asking === 'provider' ? this.database.changeAsProvider((run) => this.trail.appendToBoth(run, tenantId, act)) : this.database.changeAsTenant(tenantId, (run) => this.trail.append(run, tenantId, act));
  }

  #count(scope: DayScope): Promise<Pick<GatheredFiling, 'authorizations' | 'calls' | 'inspections' | 'holds' | 'retention' | 'erased'>> {
    return this.database.changeAsTenant(scope.tenantId, async (run) => ({
      authorizations: await this.days.authorisations(run, scope),
      calls: await this.days.calls(run, scope),
      inspections: await this.days.inspections(run, scope),
      holds: await this.days.holds(run, scope),
      retention: (await this.rules.inForce(run, scope.tenantId)).filter(({ recordClass }) => CLASSES.includes(recordClass)).map(({ recordClass, basis, months, source }) => ({ record_class: recordClass, basis, months, source })),
      erased: await this.days.erased(run, scope),
    }));
  }
}
