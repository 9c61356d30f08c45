import { DESK_VIEW_COUNT_MAX, type DeskFilter, type DeskView } from '@inkproof/contract';
import { Seg } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { deskHref, isSameFilter, standingNames, standingViews } from './desk-filter';
import { SaveView } from './view-acts';

interface DeskViewsProps {
  filter: DeskFilter;
  counts: { unsolved: number; mine: number };
  views: readonly DeskView[];
  mayKeep: boolean;
}

export const countOf = (count: number): string => (count >= DESK_VIEW_COUNT_MAX ? `${DESK_VIEW_COUNT_MAX}+` : String(count));

/** The ways to look at the queue: those that always stand, one's own, and those that everybody has. */
export const DeskViews = ({ filter, counts, views, mayKeep }: DeskViewsProps) => {
  const t = useTranslations('tickets');
  const current = (one: DeskFilter) => (isSameFilter(one, filter) ? 'true' : undefined);
  const isKnown = [...Object.values(standingViews), ...views.map((view) => view.filter)].some((one) => isSameFilter(one, filter));
  const mayOffer = mayKeep && !isKnown;
  return (
    <>
      <Seg label={t('column.state')}>
        {standingNames.map((one) => (
          <Link key={one} href={deskHref('/admin/tickets', standingViews[one])} aria-current={current(standingViews[one])}>
            {one === 'resolved' ? t('view.resolved') : t(`view.${one}`, { count: counts[one] })}
          </Link>
        ))}
      </Seg>
      {views.length || mayOffer ? (
        <nav className="tk-views" aria-label={t('views.title')}>
          {views.map((view) => (
            <Link key={view.id} className="tk-view" href={deskHref('/admin/tickets', view.filter)} aria-current={current(view.filter)}>
              <span className="tr">{view.name}</span>
              {view.count === null ? null : <span className="n">{countOf(view.count)}</span>}
            </Link>
          ))}
          {mayOffer ? <SaveView filter={filter} /> : null}
        </nav>
      ) : null}
    </>
  );
};
