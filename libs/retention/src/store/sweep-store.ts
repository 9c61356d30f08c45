import type { RecordClass } from '@inkproof/contract';
import type { Database } from '@inkproof/platform';

export interface SweepRecord {
  id: string;
  startedAt: Date;
  seenAt: Date;
  endedAt: Date | null;
  due: number;
  erased: number;
  held: number;
  byClass: Partial<Record<RecordClass, number>>;
}

/** Rounds of erasing what has expired, for those who look after the install. */
export class SweepStore {
  constructor(private readonly database: Database) {}

  async write({ id, ...sweep }: SweepRecord): Promise<void> {
    await this.database.open.sweep.upsert({ where: { id }, create: { id, ...sweep }, update: sweep });
  }

  /** Newest first. */
  async list(size: number): Promise<SweepRecord[]> {
    const rows = await this.database.open.sweep.findMany({ orderBy: { startedAt: 'desc' }, take: size });
    return rows.map((row) => ({ ...row, byClass: row.byClass as SweepRecord['byClass'] }));
  }
}
