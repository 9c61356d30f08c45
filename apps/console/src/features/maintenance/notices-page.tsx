import './maintenance.css';
import type { MaintenanceNotice, MaintenanceWindow } from '@inkproof/contract';
import { Empty, Ledger, Mast, Seg } from '@inkproof/ui';
import { useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { wordsFor } from '../../words/words-for';
import { Pager } from '../paging/pager';
import type { Trail } from '../paging/trail';
import { spanOfWindow } from './span-of-window';
import { Impacts, WindowTags } from './window-tags';

export const noticeFilters = ['standing', 'all'] as const;
export type NoticeFilter = (typeof noticeFilters)[number];

const BASE = '/maintenance';
const hrefOf = (filter: NoticeFilter): string => (filter === 'all' ? BASE : `${BASE}?show=${filter}`);

/** Windows as rows: what, when, what it does, where it stands. */
export const WindowLedger = ({ items, base }: { items: readonly (MaintenanceNotice | MaintenanceWindow)[]; base: string }) => {
  const t = useTranslations('maintenance');
  const locale = useLocale();
  return (
    <Ledger caption={t('title')} columns={(['what', 'window', 'impacts', 'state'] as const).map((key) => ({ key, label: t(key === 'what' || key === 'state' ? `column.${key}` : key) }))}>
      {items.map((window) => (
        <tr key={window.id}>
          <td>
            <Link className="link" href={`${base}/${window.id}`}>
              {wordsFor(locale, window.title)}
            </Link>
          </td>
          <td>
            <span className="num">{spanOfWindow(window)}</span>
          </td>
          <td>
            <Impacts impacts={window.impacts} restored={window.restored} />
          </td>
          <td className="end">
            <WindowTags window={window} />
          </td>
        </tr>
      ))}
    </Ledger>
  );
};

/** Maintenance that touches a tenant, past and to come. */
export const NoticesPage = ({ items, filter, trail, next }: { items: readonly MaintenanceNotice[]; filter: NoticeFilter; trail: Trail; next: string | null }) => {
  const t = useTranslations('maintenance');
  return (
    <main className="main">
      <Mast title={t('title')} lede={t('lede')} />
      <div className="filters">
        <Seg label={t('column.state')}>
          {noticeFilters.map((one) => (
            <Link key={one} href={hrefOf(one)} aria-current={one === filter ? 'true' : undefined}>
              {t(`filter.${one}`)}
            </Link>
          ))}
        </Seg>
      </div>
      {items.length ? (
        <WindowLedger items={items} base={BASE} />
      ) : (
        <Empty title={t(`empty.${filter}`)} written={filter === 'standing' ? 5 : 0}>
          {t('emptyBody')}
        </Empty>
      )}
      {items.length || trail.cursor ? <Pager base={hrefOf(filter)} trail={trail} next={next} /> : null}
    </main>
  );
};
