import type { SupportAccess } from '@inkproof/contract';
import { Empty, Mast } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { Pager } from '../paging/pager';
import type { Trail } from '../paging/trail';
import { AccessLedger } from './access-ledger';
import { EndAccess } from './end-access';

/** Who of the provider looks, or looked, at this tenant's data, and why. */
export const SupportAccessPage = ({ accesses, trail, next, mayEnd }: { accesses: readonly SupportAccess[]; trail: Trail; next: string | null; mayEnd: boolean }) => {
  const t = useTranslations('supportAccess');
  return (
    <main className="main">
      <Mast title={t('title')} lede={t('lede')} />
      {accesses.length ? (
        <div className="mt-4">
          <AccessLedger accesses={accesses} acts={({ id }) => (mayEnd ? <EndAccess id={id} side="tenant" /> : null)} />
          <Pager base="/support-access" trail={trail} next={next}>
            {t('foot')}
          </Pager>
        </div>
      ) : (
        <Empty title={t('empty')}>{t('emptyBody')}</Empty>
      )}
    </main>
  );
};
