import { buttonClass, Empty, Icon, Mast } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { EraseRecognition } from './erase-recognition';

/** A recognition whose result went out with its answer and stayed nowhere. */
export const NotKeptPage = ({ id, mayErase }: { id: `rec_${string}`; mayErase: boolean }) => {
  const t = useTranslations('recognitions');
  const shell = useTranslations('shell');
  return (
    <main className="main">
      <Mast title={t('notKept')} lede={<span className="mono">{id}</span>} actions={mayErase ? <EraseRecognition id={id} /> : null} />
      <Empty
        title={t('notKeptTitle')}
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
