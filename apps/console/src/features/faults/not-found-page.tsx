import { buttonClass, SealMark } from '@inkproof/ui';
import Link from 'next/link';
import { useTranslations } from 'next-intl';

export const NotFoundPage = () => {
  const t = useTranslations('faults');
  return (
    <main className="fault-page">
      <SealMark size={40} label={useTranslations('common')('product')} />
      <h1>{t('notFound')}</h1>
      <p>{t('notFoundBody')}</p>
      <p>
        <Link className={buttonClass()} href="/">
          {t('home')}
        </Link>
      </p>
    </main>
  );
};
