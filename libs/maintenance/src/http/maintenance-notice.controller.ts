import { Controller, Inject } from '@nestjs/common';
import { api, Refusal, type MaintenanceNotice, type WholeMaintenanceNotice } from '@inkproof/contract';
import { CalledByTenant, type TenantCaller } from '@inkproof/identity';
import { Clock, pageOf } from '@inkproof/kernel';
import { Answers, Given } from '@inkproof/platform';
import { AnnouncedStore } from '../store/announced-store.js';
import { showNotice, showWholeNotice } from './show-window.js';

/** Maintenance as those read it whom it concerns. */
@Controller()
export class MaintenanceNoticeController {
  constructor(
    @Inject(AnnouncedStore) private readonly announced: AnnouncedStore,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Answers(api.maintenanceNotices.list)
  async list(@CalledByTenant() { tenantId }: TenantCaller, @Given.query(api.maintenanceNotices.list.query) { cursor, limit, which }: { cursor?: string; limit: number; which: 'all' | 'standing' }): Promise<{ items: MaintenanceNotice[]; next_cursor: string | null }> {
    const { items, nextCursor } = pageOf(await this.announced.list(tenantId, { standing: which === 'standing', beyond: cursor, size: limit + 1 }), limit);
    const now = this.clock.now();
    return { items: items.map((one) => showNotice(one, one, now)), next_cursor: nextCursor };
  }

  @Answers(api.maintenanceNotices.find)
  async find(@CalledByTenant() { tenantId }: TenantCaller, @Given.params(api.maintenanceNotices.find.params) { id }: { id: string }): Promise<WholeMaintenanceNotice> {
    const [newest, ...earlier] = await this.announced.versions(tenantId, id);
    if (!newest) throw new Refusal('maintenance.not_found');
    return showWholeNotice([newest, ...earlier], this.clock.now());
  }
}
