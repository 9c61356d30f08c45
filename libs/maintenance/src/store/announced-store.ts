import type { MaintenanceKind, MaintenanceState } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import type { Impacts } from '../model/touch.js';

/** What was announced of a window, as the store tells it to one tenant: without a rollback plan, without anybody's name. */
export interface Announced {
  id: Id<'mnt'>;
  version: number;
  number: number;
  state: MaintenanceState;
  kind: MaintenanceKind;
  titleZh: string;
  titleEn: string;
  textZh: string;
  textEn: string;
  startsAt: Date;
  endsAt: Date;
  reason: string | null;
  writtenAt: Date;
  publishedAt: Date;
  announcedAt: Date;
  startedAt: Date | null;
  verifyingAt: Date | null;
  endedAt: Date | null;
  overrunOf: Date | null;
  restored: string[];
  impacts: Impacts;
}

interface Row {
  id: Id<'mnt'>;
  version: number;
  number: number;
  state: MaintenanceState;
  kind: MaintenanceKind;
  title_zh: string;
  title_en: string;
  text_zh: string;
  text_en: string;
  starts_at: Date;
  ends_at: Date;
  reason: string | null;
  written_at: Date;
  published_at: Date;
  announced_at: Date;
  started_at: Date | null;
  verifying_at: Date | null;
  ended_at: Date | null;
  overrun_of: Date | null;
  restored: string[];
  components: Impacts;
}

const read = (row: Row): Announced => ({
  id: row.id,
  version: row.version,
  number: row.number,
  state: row.state,
  kind: row.kind,
  titleZh: row.title_zh,
  titleEn: row.title_en,
  textZh: row.text_zh,
  textEn: row.text_en,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  reason: row.reason,
  writtenAt: row.written_at,
  publishedAt: row.published_at,
  announcedAt: row.announced_at,
  startedAt: row.started_at,
  verifyingAt: row.verifying_at,
  endedAt: row.ended_at,
  overrunOf: row.overrun_of,
  restored: row.restored,
  impacts: row.components,
});

const MOST_VERSIONS = 200;

/** What tenants may know of maintenance, from a function of the store that knows nothing else. */
export class AnnouncedStore {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  async list(tenantId: Id<'ten'>, { standing, beyond, size }: { standing: boolean; beyond?: string | undefined; size: number }): Promise<Announced[]> {
    return (await this.database.askAll<Row>('gate_list_maintenance', tenantId, null, standing, beyond ?? null, size)).map(read);
  }

  /** All that was announced of one window, newest version first; empty when it does not concern the tenant. */
  async versions(tenantId: Id<'ten'>, id: string): Promise<Announced[]> {
    return (await this.database.askAll<Row>('gate_list_maintenance', tenantId, id, false, null, MOST_VERSIONS)).map(read);
  }
}
