import type { Rota } from '@inkproof/contract';
import { clsx } from 'clsx';
import { useFormatter, useTranslations } from 'next-intl';
import { shortMomentOf } from '../../words/moments';
import { daysOf } from './days-of';

const HOURS = [0, 6, 12, 18];
const hourOf = (at: string): string => shortMomentOf(at).slice(6);
/** A day ends at 24:00, not at the midnight with which it began. */
const endOf = (at: string): string => (hourOf(at) === '00:00' ? '24:00' : hourOf(at));
const percent = (part: number): string => `${part * 100}%`;

/** A week, day under day, each from midnight to midnight: who is on call, and when nobody is. */
export const WeekGrid = ({ rota, title }: { rota: Rota; title: string }) => {
  const t = useTranslations('rota');
  const format = useFormatter();
  return (
    <div className="rt-week" role="table" aria-label={title}>
      <div className="rt-hours" aria-hidden="true">
        {HOURS.map((hour) => (
          <span key={hour}>{String(hour).padStart(2, '0')}:00</span>
        ))}
      </div>
      {daysOf(rota).map(({ day, stretches }) => (
        <div key={day} className="rt-day" role="row">
          <span className="rt-name" role="rowheader">
            {format.dateTime(new Date(`${day}T00:00:00Z`), { weekday: 'short', day: 'numeric', month: 'numeric', timeZone: 'UTC' })}
          </span>
          <span className="rt-strip" role="cell">
            {stretches.map(({ person, from, to, begins, lasts }) => {
              const name = person ? (person.name ?? t('left')) : t('nobody');
              const said = `${name} ${hourOf(from)}–${endOf(to)}`;
              return (
                <span key={from} className={clsx('rt-turn', !person && 'rt-gap')} style={{ left: percent(begins), width: percent(lasts) }} title={said}>
                  {said}
                </span>
              );
            })}
          </span>
        </div>
      ))}
    </div>
  );
};
