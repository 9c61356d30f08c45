import { SealMark, Wordmark } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';

/** The seal and the name, leading home. At the head of every page without a sidebar. */
export const Brand = () => {
  const t = useTranslations('shell');
  return (
    <Link href="/" className="brand">
      <SealMark size={32} />
      <Wordmark label={t('home')} />
    </Link>
  );
};
