import './tickets.css';
import type { DeskView } from '@inkproof/contract';
import { Empty, Ledger, Mast, Tag } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { BackToDesk } from './back-to-desk';
import { deskHref } from './desk-filter';
import { countOf } from './desk-views';
import { FilterWords } from './filter-words';
import { RetireView, SaveView, ShareView } from './view-acts';

interface ViewsPageProps {
  views: readonly DeskView[];
  staff: readonly { id: string; name: string }[];
  mayShare: boolean;
}

/** The views somebody has of the desk: their own, and those that everybody has. */
export const ViewsPage = ({ views, staff, mayShare }: ViewsPageProps) => {
  const t = useTranslations('tickets.views');
  return (
    <main className="main">
      <BackToDesk size="s" />
      <Mast title={t('title')} lede={t('lede')} />
      {views.length ? (
        <Ledger caption={t('title')} columns={[{ key: 'name', label: t('name') }, { key: 'count', label: t('count') }, { key: 'whose', label: t('whose') }, { key: 'acts', label: t('acts') }]}>
          {views.map((view) => (
            <tr key={`${view.id} ${view.changed_at} ${view.shared}`}>
              <td>
                <Link className="link" href={deskHref('/admin/tickets', view.filter)}>
                  <b>{view.name}</b>
                </Link>
                <p>
                  <FilterWords filter={view.filter} staff={staff} />
                </p>
              </td>
              <td className="num hide">{view.count === null ? '—' : countOf(view.count)}</td>
              <td className="sub hide">
                {view.mine ? t('mine') : view.kept_by.name} {view.shared ? <Tag>{t('shared')}</Tag> : null}
              </td>
              <td className="end">
                <span className="row wrap">
                  {mayShare ? <ShareView view={view} /> : null}
                  {view.mine ? <SaveView filter={view.filter} view={view} /> : null}
                  {view.mine ? <RetireView view={view} /> : null}
                </span>
              </td>
            </tr>
          ))}
        </Ledger>
      ) : (
        <Empty title={t('empty')}>{t('emptyBody')}</Empty>
      )}
    </main>
  );
};
