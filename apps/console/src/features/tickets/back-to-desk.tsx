import { buttonClass, Icon } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';

/** The way back to the queue: small above a page, in full among its actions. */
export const BackToDesk = ({ size, className = '' }: { size?: 's'; className?: string }) => {
  const t = useTranslations('tickets');
  return (
    <Link className={`${buttonClass({ size, tone: 'quiet' })} ${className}`.trim()} href="/admin/tickets">
      <Icon name="left" size="s" />
      {t('deskTitle')}
    </Link>
  );
};
