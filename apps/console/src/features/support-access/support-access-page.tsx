import type { SupportAccess } from '@inkproof/contract';
import { Bar, Empty, Mast } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { momentOf } from '../../words/moments';
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
      {accesses
        .filter(({ running }) => running)
        .map(({ id, person, ends_at: endsAt, reason }) => (
          <Bar key={id} tone="zhu" title={t('banner', { name: person.name, moment: momentOf(endsAt) })} action={mayEnd ? <EndAccess id={id} side="tenant" /> : undefined}>
            {t('bannerBody', { reason })}
          </Bar>
        ))}
      {accesses.length ? (
        <div className="mt-4">
          <AccessLedger accesses={accesses} acts={() => null} />
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
