import { STATUS_DAYS, type ComponentState, type Status } from '@inkproof/contract';
import { addDays, dayStart, daysBetween, shanghaiDay, type Clock } from '@inkproof/kernel';
import { isRunning, type StoredWindow, type WindowStore } from '@inkproof/maintenance';
import type { Database } from '@inkproof/platform';
import { sumsOf, type Segment } from '../model/ledger.js';
import { shared, type Span } from '../model/span.js';
import type { IncidentStore } from '../store/incident-store.js';
import { showIncident, showWindow } from './show-public.js';
import type { ComponentTimes, ReadAvailability } from './read-availability.js';

const MOST_INCIDENTS = 50;
const MOST_WINDOWS = 100;

const cutTo = (segments: readonly Segment[], span: Span): Segment[] => segments.flatMap((segment) => (shared(segment, span) ? [{ ...segment, ...shared(segment, span)! }] : []));

const stateOf = ({ id, segments, lastRun }: ComponentTimes, windows: readonly StoredWindow[], seenSince: number): ComponentState => {
  if (windows.some((window) => isRunning(window) && window.now.plans.length === 0 && window.now.impacts[id as keyof typeof window.now.impacts] === 'unavailable' && !window.restored.includes(id))) return 'maintenance';
  const last = segments.at(-1)?.standing;
  if (last !== 'up' && last !== 'unknown' && last !== undefined) return 'down';
  if (!lastRun || lastRun.seenUntil.getTime() < seenSince) return 'unknown';
  return lastRun.verdict;
};

/** What the public is told of the service: read whole, in one picture of the store. */
export class MakeStatus {
  constructor(
    private readonly database: Database,
    private readonly availability: ReadAvailability,
    private readonly incidents: IncidentStore,
    private readonly windows: WindowStore,
    private readonly clock: Clock,
    private readonly settings: { provider: string; page: string; silenceMs: number; staleAfterMs: number },
  ) {}

  now(): Promise<Status> {
    return this.database.asProvider(async (tx) => {
      const now = this.clock.now();
      const days = daysBetween(addDays(shanghaiDay(now), 1 - STATUS_DAYS), shanghaiDay(now));
      const from = dayStart(days[0]!);
      const { components } = await this.availability.over(tx, { from: from.getTime(), until: now.getTime() }, null);
      const incidents = await this.incidents.since(tx, from, MOST_INCIDENTS);
      const windows = (await this.windows.list(tx, { states: ['scheduled', 'in_progress', 'verifying', 'completed', 'cancelled'], size: MOST_WINDOWS })).filter(({ publishedAt, now: { endsAt } }) => publishedAt && endsAt > from);
      return {
        provider: this.settings.provider,
        page: this.settings.page,
        made_at: now.toISOString(),
        stale_at: new Date(now.getTime() + this.settings.staleAfterMs).toISOString(),
        components: components.map((component) => ({
          id: component.id,
          name: component.name,
          state: stateOf(component, windows, now.getTime() - this.settings.silenceMs),
          milliseconds: sumsOf(component.segments),
          plans: component.plans,
          days: days.map((day) => ({ day, milliseconds: sumsOf(cutTo(component.segments, { from: dayStart(day).getTime(), until: dayStart(addDays(day, 1)).getTime() })) })),
        })),
        incidents: incidents.map(showIncident),
        windows: windows.map(showWindow).sort((a, b) => a.starts_at.localeCompare(b.starts_at)),
      };
    });
  }
}
