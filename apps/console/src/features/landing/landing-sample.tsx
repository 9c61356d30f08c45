'use client';
import { LinkedWords, linesOf, PageView, ReadingText, useToast } from '@inkproof/ui';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { engineOf, SAMPLE_PICTURE, sampleReading } from '../sample/sample-reading';

/** One real result, alive: the same view as in the playground. */
export const LandingSample = () => {
  const t = useTranslations('landing.sample');
  const { number } = useFormatter();
  const locale = useLocale();
  const say = useToast();
  const { page, recipe, duration_ms: duration, confidence } = sampleReading;
  const lines = linesOf(page);
  const words = lines.reduce((sum, line) => sum + line.words.length, 0);
  return (
    <section className="ld-s">
      <h2>{t('title')}</h2>
      <p className="sub ld-b">{t('body')}</p>
      <LinkedWords className="ld-v" onCopied={(word) => say(t('copied', { word }))}>
        <div className="ld-p">
          <PageView width={page.width} height={page.height} lines={lines} mode="words" picture={SAMPLE_PICTURE} label={t('picture', { words })} />
        </div>
        <div className="sheet ld-t" lang="zh-CN">
          <ReadingText lines={lines} locale={locale} />
        </div>
      </LinkedWords>
      <p className="small dim mt-3">{t('foot', { engine: engineOf(recipe), width: number(page.width), height: number(page.height), duration: number(duration), confidence: (confidence ?? 0).toFixed(2) })}</p>
    </section>
  );
};
