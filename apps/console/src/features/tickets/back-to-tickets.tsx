import { buttonClass, Icon } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';

/** From a page beside a tenant's tickets, the way back. */
export const BackToTickets = () => {
  const t = useTranslations('tickets');
  return (
    <Link className={buttonClass({ tone: 'quiet' })} href="/tickets">
      <Icon name="left" size="s" />
      {t('title')}
    </Link>
  );
};
