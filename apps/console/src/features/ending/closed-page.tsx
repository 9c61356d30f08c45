import type { ServiceEnd } from '@inkproof/contract';
import { Empty } from '@inkproof/ui';
import { useTranslations } from 'next-intl';

/** All that is left to be seen of a tenant whose service ended and whose time to read is over. */
export const ClosedPage = ({ end, tenant }: { end: ServiceEnd; tenant: string }) => {
  const t = useTranslations('ending.closed');
  return (
    <main className="main" id="content">
      <Empty title={t('title', { tenant })}>{t('body', { day: end.last_day })}</Empty>
    </main>
  );
};
