import type { Outage } from '@inkproof/contract';
import { useTranslations } from 'next-intl';

/** Who had an outage, where that was not everybody. A tenant reads only of its own, so one that nobody else had is “you alone”. */
export const useWhoHadIt = (side: 'tenant' | 'staff'): ((outage: Pick<Outage, 'tenant' | 'plans'>) => string | null) => {
  const t = useTranslations('availability.outages');
  return ({ tenant, plans }) => {
    if (tenant) return side === 'tenant' ? t('alone') : tenant.name;
    return plans.length ? t('plans', { count: plans.length, plans: plans.join(' · ') }) : null;
  };
};
