import { buttonClass, Empty, Icon, Mast } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';

/** A recognition whose result went out with its answer and stayed nowhere. */
export const NotKeptPage = ({ id }: { id: string }) => {
  const t = useTranslations('recognitions');
  const shell = useTranslations('shell');
  return (
    <main className="main">
      <Mast title={t('notKept')} lede={<span className="mono">{id}</span>} />
      <Empty
        title={t('notKept')}
        actions={
          <Link className={buttonClass()} href="/recognitions">
            <Icon name="list" />
            {shell('recognitions')}
          </Link>
        }
      >
        {t('notKeptBody')}
      </Empty>
    </main>
  );
};
