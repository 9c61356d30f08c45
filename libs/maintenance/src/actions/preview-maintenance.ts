import { Refusal, type MaintenancePreview } from '@inkproof/contract';
import type { Clock, Id } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import { forecast } from '../model/forecast.js';
import { isInTime, leadMs, published, whyNotTell } from '../model/window.js';
import type { WindowStore } from '../store/window-store.js';

const MOST_NAMED = 100;

/** Who would be told what and when, were a window announced now; or is told, once it was. */
export class PreviewMaintenance {
  constructor(
    private readonly database: Database,
    private readonly store: WindowStore,
    private readonly clock: Clock,
  ) {}

  of(id: Id<'mnt'>): Promise<MaintenancePreview> {
    return this.database.asProvider(async (tx) => {
      const window = await this.store.find(tx, id);
      if (!window) throw new Refusal('maintenance.not_found');
      const { now: content } = window;
      const life = window.publishedAt === null ? published(window, this.clock.now()) : window;
      const announcedAt = life.announcedAt!;
      const where = content.plans.length ? { planName: { in: content.plans } } : {};
      const tenants = await tx.tenant.findMany({ where, select: { id: true, name: true, planName: true }, orderBy: [{ name: 'asc' }, { id: 'asc' }], take: MOST_NAMED });
      const plans = await tx.tenant.groupBy({ by: ['planName'], where, _count: true, orderBy: { planName: 'asc' } });
      const refused = window.publishedAt === null ? whyNotTell(content, announcedAt) : undefined;
      return {
        messages: forecast(content, announcedAt).map(({ message, at }) => ({ message, at: at && at.toISOString() })),
        tenants: tenants.map(({ id: tenant, name, planName: plan }) => ({ id: tenant as Id<'ten'>, name, plan })),
        tenants_total: plans.reduce((sum, { _count }) => sum + _count, 0),
        plans: plans.map(({ planName: plan, _count }) => ({ plan, tenants: _count })),
        lead_seconds: Math.round(leadMs(content, announcedAt) / 1_000),
        in_time: isInTime(content, announcedAt),
        needs: refused === undefined ? 'nothing' : refused === 'maintenance.reason_required' ? 'reason' : 'other_times',
      };
    });
  }
}
