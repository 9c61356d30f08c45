import type { ClockStanding } from '@inkproof/contract';
import { useLocale, useTranslations } from 'next-intl';
import { spanOf } from './span';

const WARN_FROM = 0.8;
type Tone = 'plain' | 'zhe' | 'zhu' | 'ok';

const toneOf = ({ state, missed, spent_seconds, target_seconds }: ClockStanding): Tone => {
  if (state === 'met') return missed ? 'zhu' : 'ok';
  if (state !== 'running') return 'plain';
  return spent_seconds >= target_seconds ? 'zhu' : spent_seconds >= WARN_FROM * target_seconds ? 'zhe' : 'plain';
};

/** The clock that matters now: of those that run the one that ends first. */
export const nearestOf = (clocks: readonly ClockStanding[]): ClockStanding | undefined => clocks.filter(({ state }) => state === 'running').toSorted((one, other) => Date.parse(one.due_at!) - Date.parse(other.due_at!))[0];

/** How much of its time is spent, as a line, and what is left in words. */
export const TicketClock = ({ standing, withTarget = false }: { standing: ClockStanding; withTarget?: boolean }) => {
  const t = useTranslations('tickets');
  const locale = useLocale();
  const { clock, state, missed, spent_seconds, target_seconds } = standing;
  const span = spanOf(state === 'met' ? spent_seconds : target_seconds - spent_seconds, locale);
  const words = state === 'met' ? t(missed ? 'metLate' : 'metIn', { span }) : state === 'paused' ? t('paused') : state === 'idle' ? t(missed ? 'wasLate' : 'notOwed') : t(spent_seconds >= target_seconds ? 'late' : 'left', { span });
  const tone = toneOf(standing);
  const share = state === 'idle' ? 0 : Math.min(1, spent_seconds / target_seconds);
  return (
    <div className={tone === 'plain' ? 'clock' : `clock clock-${tone}`}>
      <div className="t">
        <span>{withTarget ? t('clockOf', { clock: t(`clock.${clock}`), target: spanOf(target_seconds, locale) }) : t(`clock.${clock}`)}</span>
        <b>{words}</b>
      </div>
      <div className="f" aria-hidden="true">
        <i style={{ width: `${Math.round(share * 100)}%` }} />
      </div>
    </div>
  );
};
