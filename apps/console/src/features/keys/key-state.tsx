import { Tag } from '@inkproof/ui';
import type { ApiKey } from '@inkproof/contract';
import { useTranslations } from 'next-intl';
import { endsInDays } from './ends-in-days';

/** How a key stands. What comes to its end within a fortnight says so before it does; once the service has ended, none works. */
export const KeyState = ({ of, now, isOver }: { of: ApiKey; now: Date; isOver: boolean }) => {
  const t = useTranslations('keys');
  if (of.state === 'revoked') return <Tag tone="void">{t(of.revoked_because === 'leak' ? 'state.leaked' : 'state.revoked')}</Tag>;
  if (of.state === 'rotated' || of.state === 'expired') return <Tag tone="void">{t(`state.${of.state}`)}</Tag>;
  if (isOver) return <Tag tone="void">{t('state.over')}</Tag>;
  if (of.state === 'retiring') return <Tag tone="zhe">{t('state.retiring')}</Tag>;
  return endsInDays(of.expires_at, now) === undefined ? <Tag tone="lv">{t('state.active')}</Tag> : <Tag tone="zhe">{t('state.expiring')}</Tag>;
};
