import { SkeletonPage } from '@inkproof/ui';
import { useTranslations } from 'next-intl';

const Loading = () => {
  const t = useTranslations();
  return (
    <main className="main">
      <SkeletonPage title={t('titles.overview')} label={t('common.loading')} rows={8} />
    </main>
  );
};

export default Loading;
