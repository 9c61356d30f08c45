import { Facts, SealMark } from '@inkproof/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { momentOf } from '../../words/moments';
import { engineOf, sampleReading } from '../sample/sample-reading';

/** A record as every recognition leaves one: that of the sample on the landing page. */
export const Specimen = () => {
  const t = useTranslations('signIn.record');
  const { number } = useFormatter();
  const { id, created_at: at, duration_ms: duration, confidence, usage, recipe, page } = sampleReading;
  const words = page.blocks.reduce((sum, block) => sum + block.lines.reduce((inner, line) => inner + line.words.length, 0), 0);
  return (
    <aside className="si-r" aria-label={t('label')}>
      <div className="receipt">
        <h2>{t('title')}</h2>
        <p className="s">{t('specimen')}</p>
        <Facts
          entries={[
            [t('id'), <span key="id" className="mono">{id}</span>],
            [t('at'), momentOf(at)],
            [t('text'), <span key="text" className="rec" lang="zh-CN">{page.text.split('\n')[0]}</span>],
            [t('words'), t('wordsValue', { words: number(words), confidence: (confidence ?? 0).toFixed(2) })],
            [t('metered'), t('meteredValue', { pages: usage.pages, duration: number(duration) })],
            [t('engine'), engineOf(recipe)],
            [t('digest'), <span key="digest" className="mono">sha256 {recipe.input_sha256.slice(0, 16)}…{recipe.input_sha256.slice(-4)}</span>],
          ]}
        />
        <hr className="hr" />
        <p className="say">{t('says')}</p>
        <div className="stampmark">
          <SealMark size={76} />
        </div>
      </div>
    </aside>
  );
};
