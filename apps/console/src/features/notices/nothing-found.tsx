import { Empty } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import type { LedgerQuery } from './ledger-query';

/** An empty list of the ledger: nothing was ever told, or nothing fits. */
export const NothingFound = ({ query }: { query: LedgerQuery }) => {
  const t = useTranslations('notices');
  const isNarrowed = Object.keys(query).length > 0;
  return <Empty title={t(isNarrowed ? 'noneSuch' : 'empty')}>{t(isNarrowed ? 'noneSuchBody' : 'emptyBody')}</Empty>;
};
