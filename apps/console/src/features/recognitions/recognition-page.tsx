import './recognitions.css';
import type { Recognition } from '@inkproof/contract';
import { buttonClass, CopyButton, Icon, Mast } from '@inkproof/ui';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { momentOf } from '../../words/moments';
import { ReadPage } from './read-page';
import { RecognitionFacts } from './recognition-facts';
import { languageNames } from './language-names';

/** One recognition on record. The picture was not kept, so its words stand at their places on a blank sheet. */
export const RecognitionPage = ({ recognition }: { recognition: Recognition }) => {
  const t = useTranslations('recognitions');
  const common = useTranslations('common');
  const format = useFormatter();
  const locale = useLocale();
  const address = `/v1/recognitions/${recognition.id}`;
  const lede = [common(`channel.${recognition.channel}`), recognition.tag, languageNames(recognition.languages, locale), `${format.number(recognition.duration_ms)} ms`].filter(Boolean).join(' · ');
  return (
    <main className="main">
      <Mast
        title={t.rich('of', { moment: momentOf(recognition.created_at), nw: (words) => <span className="nw">{words}</span> })}
        lede={lede}
        actions={
          <>
            <a className={buttonClass()} href={address} download={`${recognition.id}.json`}>
              <Icon name="download" />
              JSON
            </a>
            <a className={buttonClass()} href={`${address}?format=text`} download={`${recognition.id}.txt`}>
              <Icon name="download" />
              {t('plainText')}
            </a>
          </>
        }
      />
      {recognition.pages.map((page) => (
        <ReadPage key={page.number} page={page} of={recognition.pages.length} copy={<CopyButton named text={page.text} words={{ copy: t('copyText'), copied: common('copied') }} />} />
      ))}
      <p className="small dim mt-3">{common('advisory')}</p>
      <RecognitionFacts recognition={recognition} />
    </main>
  );
};
