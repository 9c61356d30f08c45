import './nodes.css';
import type { Node } from '@inkproof/contract';
import { Bar, Empty, Mast } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { StayFresh } from '../live/stay-fresh';
import { NodesLedger } from './nodes-ledger';

const REFRESH_SECONDS = 5;

/** What answers the calls, and whether it is well. */
export const NodesPage = ({ nodes }: { nodes: readonly Node[] }) => {
  const t = useTranslations('admin.nodes');
  const lost = nodes.filter(({ state }) => state === 'lost').length;
  return (
    <main className="main">
      <Mast title={t('title')} lede={t('lede')} actions={<StayFresh everySeconds={REFRESH_SECONDS} />} />
      {lost ? (
        <Bar tone="zhu" title={t('lost', { count: lost })}>
          {t('lostBody')}
        </Bar>
      ) : null}
      {nodes.length ? <NodesLedger nodes={nodes} /> : <Empty title={t('none')}>{t('noneBody')}</Empty>}
      <p className="pager">{t('foot')}</p>
    </main>
  );
};
