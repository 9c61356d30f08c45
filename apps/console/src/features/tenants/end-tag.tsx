import type { Tenant } from '@inkproof/contract';
import { Tag } from '@inkproof/ui';
import { useTranslations } from 'next-intl';

/** That a tenant's service ends or has ended, and its last day; nothing where no end is announced. */
export const EndTag = ({ end, now }: { end: Tenant['end']; now: Date }) => {
  const t = useTranslations('admin.tenants');
  return end ? <Tag tone="solid">{t(new Date(end.ends_at) > now ? 'ending' : 'ended', { day: end.last_day })}</Tag> : null;
};
