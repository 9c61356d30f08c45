import type { Delivery } from '@inkproof/contract';
import { Tag } from '@inkproof/ui';
import { useTranslations } from 'next-intl';

const tones = { delivered: 'lv', waiting: 'dash', failed: 'zhu' } as const;

/** How a message fared. */
export const DeliveryState = ({ state }: { state: Delivery['state'] }) => {
  const t = useTranslations('webhooks');
  return <Tag tone={tones[state]}>{t(`state.${state}`)}</Tag>;
};

/** Whether messages are sent at all. */
export const EnabledState = ({ enabled }: { enabled: boolean }) => {
  const t = useTranslations('webhooks');
  return enabled ? <Tag tone="lv">{t('on')}</Tag> : <Tag tone="void">{t('off')}</Tag>;
};
