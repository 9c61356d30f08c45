import type { DeskFigures, TicketFigures } from '@inkproof/contract';
import { useLocale, useTranslations } from 'next-intl';
import { spanOf } from '../tickets/span';
import { shareOf } from './share-of';

const Cells = ({ figures }: { figures: TicketFigures }) => {
  const locale = useLocale();
  const span = (seconds: number | null): string => (seconds === null ? '—' : spanOf(seconds, locale));
  return (
    <>
      <td className="num">{figures.opened}</td>
      {figures.clocks.map(({ clock, met, missed, p50_seconds, p90_seconds }) => (
        <td key={clock} className="num">
          <b>{shareOf(met, met + missed)}</b>
          <span className="df-s">
            {span(p50_seconds)} / {span(p90_seconds)}
          </span>
        </td>
      ))}
      <td className="num">{shareOf(figures.reopened, figures.resolved)}</td>
      <td className="num">
        {figures.backlog.count}
        {figures.backlog.count ? <span className="df-s">{span(figures.backlog.p50_seconds)}</span> : null}
      </td>
      <td className="num">{figures.ratings.mean === null ? '—' : figures.ratings.mean.toFixed(1)}</td>
    </>
  );
};

/** What each tenant, person or priority adds to the figures. Wider than a phone, so it is moved sideways in its own frame. */
export const FigureTable = ({ by, groups }: Pick<DeskFigures, 'by' | 'groups'>) => {
  const t = useTranslations('deskFigures');
  const clocks = useTranslations('tickets.clock');
  const nameOf = ({ id, name }: DeskFigures['groups'][number]): string => (id === null ? t('nobody') : by === 'priority' ? id.toUpperCase() : (name ?? id));
  return (
    <div className="df-t" role="region" aria-label={t('table')} tabIndex={0}>
      <table className="tbl">
        <caption className="vh">{t('table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t(`by.${by}`)}</th>
            {[t('opened'), clocks('first'), clocks('next'), clocks('resolution'), t('reopened'), t('backlog'), t('rating')].map((label) => (
              <th key={label} scope="col" className="num">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={group.id}>
              <td className="nm">{nameOf(group)}</td>
              <Cells figures={group.figures} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
