import { SkeletonPage } from '@inkproof/ui';
import { useTranslations } from 'next-intl';

const Loading = () => {
  const t = useTranslations();
  return (
    <main className="main">
      <SkeletonPage title={t('titles.playground')} label={t('common.loading')} rows={8} />
    </main>
  );
};

export default Loading;
