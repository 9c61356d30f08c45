import './desk-figures.css';
import { figureGroups, type DeskFigures } from '@inkproof/contract';
import { buttonClass, Empty, Icon, Mast, Section, Seg, Stat, Stats } from '@inkproof/ui';
import { useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { BackToDesk } from '../tickets/back-to-desk';
import { spanOf } from '../tickets/span';
import { FigureForm } from './figure-form';
import { figureHref, type FigureAddress } from './figure-query';
import { FigureTable } from './figure-table';
import { shareOf } from './share-of';

const path = '/admin/tickets/figures';

/** How well the desk answers: of everybody, and by tenant, person or priority. */
export const FiguresPage = ({ figures, asked, staff }: { figures: DeskFigures; asked: FigureAddress; staff: readonly { id: string; name: string }[] }) => {
  const t = useTranslations('deskFigures');
  const clocks = useTranslations('tickets.clock');
  const locale = useLocale();
  const { from, to, by, total, groups } = figures;
  const span = (seconds: number | null): string => (seconds === null ? '—' : spanOf(seconds, locale));
  return (
    <main className="main">
      <Mast
        title={t('title')}
        lede={t('lede')}
        actions={
          <>
            <BackToDesk />
            <a className={buttonClass()} href={figureHref('/v1/admin/desk/figures', { ...asked, from, to }, { format: 'csv' })} download>
              <Icon name="download" />
              CSV
            </a>
          </>
        }
      />
      <FigureForm path={path} asked={asked} figures={figures} staff={staff} />
      <Stats>
        {total.clocks.map(({ clock, met, missed, p50_seconds, p90_seconds }) => (
          <Stat key={clock} label={clocks(clock)} value={shareOf(met, met + missed)} note={t('halfAndMost', { half: span(p50_seconds), most: span(p90_seconds) })} />
        ))}
        <Stat label={t('rating')} value={total.ratings.mean === null ? '—' : total.ratings.mean.toFixed(1)} note={t('ratings', { count: total.ratings.count })} />
        <Stat label={t('opened')} value={total.opened} note={t('resolved', { count: total.resolved })} />
        <Stat label={t('reopened')} value={shareOf(total.reopened, total.resolved)} note={t('reopenedOf', { count: total.reopened })} />
        <Stat label={t('backlog')} value={total.backlog.count} note={t('age', { half: span(total.backlog.p50_seconds), most: span(total.backlog.p90_seconds) })} />
      </Stats>
      <Section
        title={t('table')}
        aside={
          <Seg label={t('table')}>
            {figureGroups.map((one) => (
              <Link key={one} href={figureHref(path, { ...asked, from, to, by: one })} aria-current={one === by ? 'true' : undefined}>
                {t(`by.${one}`)}
              </Link>
            ))}
          </Seg>
        }
      >
        {groups.length ? <FigureTable by={by} groups={groups} /> : <Empty title={t('empty')}>{t('emptyBody')}</Empty>}
        <p className="sub small mt-2">{t('note')}</p>
      </Section>
    </main>
  );
};
