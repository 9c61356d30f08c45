import { SkeletonPage } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import type { zhCN } from '../../words/zh-CN/index';

/** What stands while a page is fetched, under the same title: `export default loadingPage('keys')`. */
export const loadingPage = (page: keyof typeof zhCN.titles, rows?: number) => {
  const Loading = () => {
    const t = useTranslations('titles');
    const common = useTranslations('common');
    return (
      <main className="main">
        <SkeletonPage title={t(page)} label={common('loading')} rows={rows} />
      </main>
    );
  };
  return Loading;
};
