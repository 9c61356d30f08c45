import './rota.css';
import type { Rota } from '@inkproof/contract';
import { addDays, type Day } from '@inkproof/kernel';
import { Bar, buttonClass, Mast, Section } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { shortMomentOf } from '../../words/moments';
import { StayFresh } from '../live/stay-fresh';
import { BackToDesk } from '../tickets/back-to-desk';
import { EditRota } from './edit-rota';
import { WeekGrid } from './week-grid';

/** Who is on call, week by week, and who after them. */
export const RotaPage = ({ rota, isThisWeek, mayKeep }: { rota: Rota; isThisWeek: boolean; mayKeep: boolean }) => {
  const t = useTranslations('rota');
  const gaps = rota.turns.filter(({ person }) => !person);
  const weekHref = (days: number) => `/admin/tickets/rota?week=${addDays(rota.monday as Day, days)}`;
  const title = isThisWeek ? t('week') : t('weekOf', { from: rota.monday, to: addDays(rota.monday as Day, 6) });
  return (
    <main className="main">
      <Mast
        title={t('title')}
        lede={t('lede')}
        actions={<BackToDesk />}
      />
      {rota.on_call ? <Bar tone="lv" title={t('onCall', { who: rota.on_call.name ?? t('left') })} action={<StayFresh everySeconds={30} />} /> : <Bar tone="zhu" title={t('nobodyNow')} action={<StayFresh everySeconds={30} />}>{t('nobodyBody')}</Bar>}
      <Section
        title={title}
        aside={
          <nav className="row" aria-label={t('weeks')}>
            <Link className={buttonClass({ size: 's' })} href={weekHref(-7)}>{t('before')}</Link>
            <Link className={buttonClass({ size: 's' })} href="/admin/tickets/rota">{t('now')}</Link>
            <Link className={buttonClass({ size: 's' })} href={weekHref(7)}>{t('after')}</Link>
          </nav>
        }
      >
        <WeekGrid rota={rota} title={title} />
        {gaps.length ? (
          <div className="mt-4">
            <Bar tone="zhe" title={t('gaps', { count: gaps.length })}>
              {gaps.map(({ from, to }) => `${shortMomentOf(from)} – ${shortMomentOf(to)}`).join(' · ')}
            </Bar>
          </div>
        ) : null}
      </Section>
      <Section title={t('chain')}>
        {rota.chain.length ? (
          <ol className="rt-chain">
            {rota.chain.map(({ person, after_minutes }, nth) => (
              <li key={nth}>{t('level', { who: person.name ?? t('left'), minutes: after_minutes })}</li>
            ))}
          </ol>
        ) : (
          <p className="sub s13">{t('noChain')}</p>
        )}
      </Section>
      {mayKeep ? <EditRota key={JSON.stringify([rota.shifts, rota.covers, rota.chain])} rota={rota} /> : null}
    </main>
  );
};
