import './maintenance.css';
import { maintenanceStates, type MaintenanceState, type MaintenanceWindow } from '@inkproof/contract';
import { Empty, Mast, Seg } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { Pager } from '../paging/pager';
import type { Trail } from '../paging/trail';
import { WindowLedger } from './notices-page';
import { WriteWindow } from './plan-acts';

interface PlannerPageProps {
  items: readonly MaintenanceWindow[];
  state: MaintenanceState | undefined;
  trail: Trail;
  next: string | null;
  plans: readonly string[];
  mayKeep: boolean;
}

const BASE = '/admin/maintenance';
const hrefOf = (state: MaintenanceState | undefined): string => (state ? `${BASE}?state=${state}` : BASE);

/** All windows by where they stand, and the way to a new one. */
export const PlannerPage = ({ items, state, trail, next, plans, mayKeep }: PlannerPageProps) => {
  const t = useTranslations('maintenance');
  return (
    <main className="main">
      <Mast title={t('title')} lede={t('adminLede')} actions={mayKeep ? <WriteWindow plans={plans} /> : null} />
      <div className="filters mt-f">
        <Seg label={t('column.state')}>
          {[undefined, ...maintenanceStates].map((one) => (
            <Link key={one ?? 'all'} href={hrefOf(one)} aria-current={one === state ? 'true' : undefined}>
              {one ? t(`state.${one}`) : t('filter.all')}
            </Link>
          ))}
        </Seg>
      </div>
      {items.length ? (
        <WindowLedger items={items} base={BASE} />
      ) : (
        <Empty title={t('empty.all')} written={0}>
          {t('adminEmptyBody')}
        </Empty>
      )}
      {items.length || trail.cursor ? <Pager base={hrefOf(state)} trail={trail} next={next} /> : null}
    </main>
  );
};
