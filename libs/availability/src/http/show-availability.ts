import type { Availability } from '@inkproof/contract';
import { addCalendarMonths, dayStart, shanghaiDay, type Day } from '@inkproof/kernel';
import type { ReadAvailability } from '../actions/read-availability.js';
import { sumsOf } from '../model/ledger.js';
import { lengthOf, type Span } from '../model/span.js';

/** A calendar month in Shanghai; the present one when none is asked for. */
export const monthOf = (month: string | undefined, now: Date): Span => {
  const first = `${month ?? shanghaiDay(now).slice(0, 7)}-01` as Day;
  return { from: dayStart(first).getTime(), until: dayStart(addCalendarMonths(first, 1)).getTime() };
};

export const showAvailability = ({ span, components }: Awaited<ReturnType<ReadAvailability['over']>>): Availability => ({
  from: new Date(span.from).toISOString(),
  until: new Date(span.until).toISOString(),
  components: components.map(({ id, name, segments, plans }) => ({
    id,
    name,
    milliseconds: sumsOf(segments),
    disputed_milliseconds: segments.reduce((sum, segment) => sum + (segment.isDisputed ? lengthOf(segment) : 0), 0),
    plans,
    segments: segments.map(({ from, until, standing, outage, isDisputed }) => ({ from: new Date(from).toISOString(), until: new Date(until).toISOString(), standing, outage: outage as Availability['components'][number]['segments'][number]['outage'], disputed: isDisputed })),
  })),
});
