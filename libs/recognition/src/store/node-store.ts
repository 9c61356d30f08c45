import type { Health, Node } from '@inkproof/contract';
import type { Clock } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import type { InstalledReader } from '../model/engine-options.js';

const LOST_AFTER_MS = 15_000;
const FORGOTTEN_AFTER_MS = 24 * 60 * 60 * 1_000;

/** A sign of life of one node. */
export interface Sign {
  id: string;
  kind: Node['kind'];
  limiter: Node['limiter'];
  version: string;
  startedAt: Date;
  readers: Node['readers'];
  memoryBytes: number;
  installed: readonly InstalledReader[];
  checks: Health['checks'];
}

export class NodeStore {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async beat({ id, kind, limiter, version, startedAt, readers: { total, busy, queued, replaced, recycled }, memoryBytes, installed, checks }: Sign): Promise<void> {
    const now = this.clock.now();
    const row = { kind, limiter, version, startedAt, seenAt: now, readers: total, busy, queued, replaced, recycled, memoryBytes, installed: installed.map((reader) => ({ ...reader, languages: [...reader.languages] })), checks };
    await this.database.open.node.upsert({ where: { id }, create: { id, ...row }, update: row });
    await this.database.open.node.deleteMany({ where: { seenAt: { lt: new Date(now.getTime() - FORGOTTEN_AFTER_MS) } } });
  }

  async stopping(id: string): Promise<void> {
    await this.database.open.node.updateMany({ where: { id }, data: { stoppingAt: this.clock.now() } });
  }

  async gone(id: string): Promise<void> {
    await this.database.open.node.deleteMany({ where: { id } });
  }

  /** Every reader that some node has, once each. */
  async installed(): Promise<InstalledReader[]> {
    const seenAfter = new Date(this.clock.now().getTime() - LOST_AFTER_MS);
    const rows = await this.database.open.node.findMany({ where: { seenAt: { gt: seenAfter }, stoppingAt: null }, select: { installed: true }, orderBy: { startedAt: 'desc' } });
    return [...new Map(rows.flatMap(({ installed }) => (installed as unknown as InstalledReader[]).map((reader) => [reader.name, reader] as const))).values()];
  }

  async list(): Promise<Node[]> {
    const lostBefore = this.clock.now().getTime() - LOST_AFTER_MS;
    const rows = await this.database.open.node.findMany({ orderBy: { startedAt: 'desc' } });
    return rows.map(({ id, kind, limiter, version, startedAt, seenAt, stoppingAt, readers, busy, queued, replaced, recycled, memoryBytes, checks }) => ({
      id,
      kind,
      limiter: limiter as Node['limiter'],
      version,
      started_at: startedAt.toISOString(),
      seen_at: seenAt.toISOString(),
      state: seenAt.getTime() < lostBefore ? 'lost' : stoppingAt ? 'stopping' : 'up',
      checks: checks as Node['checks'],
      readers: { total: readers, busy, queued, replaced, recycled },
      memory_bytes: Number(memoryBytes),
    }));
  }
}
