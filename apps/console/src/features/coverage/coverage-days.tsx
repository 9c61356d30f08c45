import type { Coverage, CoverageSums } from '@inkproof/contract';
import { provenShare } from '@inkproof/kernel';
import { useTranslations } from 'next-intl';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const [STEP, WIDTH, HEIGHT] = [20, 18, 20];

type Day = Coverage['days'][number];

const minutes = (ms: number): number => Math.round(ms / MINUTE_MS);
const clockOf = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;
const sumOf = (hours: Day['hours']): CoverageSums => hours.reduce<CoverageSums>((sum, hour) => ({ proven: sum.proven + (hour?.proven ?? 0), failed: sum.failed + (hour?.failed ?? 0), unknown: sum.unknown + (hour?.unknown ?? 0) }), { proven: 0, failed: 0, unknown: 0 });

/** An hour as a column: as high as it was proven, cinnabar on top where it failed, and no more than a line where nobody looked. */
const Hour = ({ day, hour, sums: { proven, failed, unknown } }: { day: string; hour: number; sums: CoverageSums }) => {
  const t = useTranslations('coverage');
  const [taken, lost] = [(proven / HOUR_MS) * HEIGHT, failed > 0 ? Math.max(2, (failed / HOUR_MS) * HEIGHT) : 0];
  const x = hour * STEP;
  return (
    <g>
      <title>{t('hour', { day, from: clockOf(hour), to: clockOf(hour + 1), proven: minutes(proven), failed: minutes(failed), unknown: minutes(unknown) })}</title>
      <rect x={x} y={HEIGHT - 1} width={WIDTH} height={1} fill="var(--edge)" />
      <rect x={x} y={HEIGHT - taken} width={WIDTH} height={taken} fill="var(--c3)" />
      {lost > 0 ? <rect x={x} y={Math.max(0, HEIGHT - taken - lost)} width={WIDTH} height={lost} fill="var(--zhu)" /> : null}
    </g>
  );
};

/** The days of a month under each other, the newest first, each with its twenty-four hours. */
export const CoverageDays = ({ days }: { days: readonly Day[] }) => {
  const t = useTranslations('coverage');
  return (
    <div>
      <div className="cv-d cv-ax" aria-hidden="true">
        <span />
        <span>
          {[0, 6, 12, 18, 24].map((hour) => (
            <span key={hour}>{String(hour).padStart(2, '0')}</span>
          ))}
        </span>
        <span className="cv-n">{t('share')}</span>
      </div>
      {days.toReversed().map(({ day, hours }) => {
        const { proven, failed, unknown } = sumOf(hours);
        const share = provenShare(proven, unknown, proven + failed + unknown) ?? '—';
        return (
          <div key={day} className="cv-d">
            <span>{day.slice(5)}</span>
            <svg viewBox={`0 0 ${24 * STEP - (STEP - WIDTH)} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={t('day', { day, share })}>
              {hours.map((sums, hour) => (sums ? <Hour key={hour} day={day} hour={hour} sums={sums} /> : null))}
            </svg>
            <span className="cv-n">{share}</span>
          </div>
        );
      })}
    </div>
  );
};
