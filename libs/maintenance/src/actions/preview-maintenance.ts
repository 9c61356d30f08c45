import { Refusal, type MaintenancePreview } from '@inkproof/contract';
import type { Clock, Id } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import { forecast } from '../model/forecast.js';
import { touchedBy } from '../model/touch.js';
import { isInTime, leadMs, published, whyNotTell } from '../model/window.js';
import type { WindowStore } from '../store/window-store.js';

/** What would be told and when, were a window announced now; or is told, once it was. */
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
      const plans = await this.store.concerned(tx, touchedBy(content.impacts), content.plans);
      const refused = window.publishedAt === null ? whyNotTell(content, announcedAt) : undefined;
      return {
        messages: forecast(content, announcedAt).map(({ message, at }) => ({ message, at: at && at.toISOString() })),
        tenants_total: plans.reduce((sum, { tenants }) => sum + tenants, 0),
        plans,
        lead_seconds: Math.round(leadMs(content, announcedAt) / 1_000),
        in_time: isInTime(content, announcedAt),
        needs: refused === undefined ? 'nothing' : refused === 'maintenance.reason_required' ? 'reason' : 'other_times',
      };
    });
  }
}
