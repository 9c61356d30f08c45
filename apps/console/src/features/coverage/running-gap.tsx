import './coverage.css';
import type { RunningGap as Running } from '@inkproof/contract';
import { Bar } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { shortMomentOf } from '../../words/moments';
import { TakeOverGap } from './take-over-gap';

/** That nothing proves tickets to be taken, who was called because of it, and who has taken it over. */
export const RunningGap = ({ running: { gap, calls }, mayKeep }: { running: Running; mayKeep: boolean }) => {
  const [t, said] = [useTranslations('coverage.gap'), useTranslations('tickets')];
  const last = calls.at(-1);
  if (!gap || !last) return null;
  const { called, at, next_at, taken_at, taken_by } = last;
  const [title, somebody] = [t('since', { at: shortMomentOf(gap.from) }), said('somebody')];
  return (
    <div className="cv-a">
      {taken_at ? (
        <Bar tone="zhe" title={title}>
          {t('takenBy', { who: taken_by?.name ?? somebody, at: shortMomentOf(taken_at) })}
        </Bar>
      ) : (
        <Bar tone="zhu" live="polite" title={title} action={mayKeep ? <TakeOverGap /> : null}>
          {called ? t('called', { who: called.name ?? somebody, at: shortMomentOf(at) }) : t('desk', { at: shortMomentOf(at) })} {next_at ? said('call.next', { at: shortMomentOf(next_at) }) : null}
        </Bar>
      )}
    </div>
  );
};
