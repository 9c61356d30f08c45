import type { Expiry } from '@inkproof/contract';
import { Tag, type TagTone } from '@inkproof/ui';
import { useTranslations } from 'next-intl';

/** Filled for the tenant, for which it waits. */
const tones: Record<'tenant' | 'provider', Record<Expiry['state'], TagTone>> = {
  tenant: { open: 'fill', late: 'zhu', deleted: 'lv', kept_by_law: 'plain' },
  provider: { open: 'ink', late: 'zhu', deleted: 'lv', kept_by_law: 'plain' },
};

export const ExpiryState = ({ state, side }: { state: Expiry['state']; side: 'tenant' | 'provider' }) => {
  const t = useTranslations('attestations');
  return <Tag tone={tones[side][state]}>{t(`state.${state}`)}</Tag>;
};
