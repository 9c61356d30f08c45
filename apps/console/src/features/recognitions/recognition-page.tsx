import './recognitions.css';
import type { Recognition } from '@inkproof/contract';
import { Bar, CopyButton, Mast } from '@inkproof/ui';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { momentOf } from '../../words/moments';
import { DownloadMenu } from '../downloads/download-menu';
import { QualityAdvice } from '../recipe/quality-advice';
import { EraseRecognition } from './erase-recognition';
import { ReadPage } from './read-page';
import { RecognitionFacts } from './recognition-facts';
import { languageNames } from './language-names';

/** One recognition on record: its words at their places on a blank sheet, and how they came about. */
export const RecognitionPage = ({ recognition, mayErase }: { recognition: Recognition; mayErase: boolean }) => {
  const t = useTranslations('recognitions');
  const common = useTranslations('common');
  const format = useFormatter();
  const locale = useLocale();
  const { id, pages, retention } = recognition;
  const lede = [common(`channel.${recognition.channel}`), recognition.tag, languageNames(recognition.languages, locale), `${format.number(recognition.duration_ms)} ms`].filter(Boolean).join(' · ');
  return (
    <main className="main">
      <Mast
        title={t.rich('of', { moment: momentOf(recognition.created_at), nw: (words) => <span className="nw">{words}</span> })}
        lede={lede}
        actions={
          <>
            {mayErase ? <EraseRecognition id={id} /> : null}
            <DownloadMenu address={`/v1/recognitions/${id}`} name={id} hasFile={retention.kept === 'all'} />
          </>
        }
      />
      {recognition.failed_pages.map(({ number, detail }) => (
        <Bar key={number} tone="zhe">
          {t('failed', { number, detail })}
        </Bar>
      ))}
      {pages.map((page) => (
        <div key={page.number}>
          <QualityAdvice quality={page.quality} />
          <ReadPage page={page} of={pages.length} copy={<CopyButton named text={page.text} words={{ copy: t('copyText'), copied: common('copied') }} />} />
        </div>
      ))}
      <p className="small dim mt-3">{common('advisory')}</p>
      <RecognitionFacts recognition={recognition} />
    </main>
  );
};
