import type { Status } from '@inkproof/contract';
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

/** Maintenance windows for a calendar to subscribe to, in both languages: a calendar has no other page to turn to. */
export const drawCalendar = ({ provider, page, made_at, windows }: Status): string => {
  const calendar = ical({ name: `${provider} 维护 Maintenance`, prodId: { company: 'inkproof', product: 'status', language: 'ZH' }, method: ICalCalendarMethod.PUBLISH, url: new URL('maintenance.ics', page).href });
  for (const { id, title, text, state, starts_at, ends_at, changed_at } of windows)
    calendar.createEvent({
      id,
      // Goes up with each change, so that calendars take it.
      sequence: Math.floor(Date.parse(changed_at) / 1_000),
      stamp: new Date(made_at),
      start: new Date(starts_at),
      end: new Date(ends_at),
      summary: `${title.zh} / ${title.en}`,
      description: `${text.zh}\n\n${text.en}`,
      url: new URL(`./#${id}`, page).href,
      status: state === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      lastModified: new Date(changed_at),
    });
  return calendar.toString();
};
