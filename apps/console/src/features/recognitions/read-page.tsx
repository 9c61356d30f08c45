'use client';
// The list of doubtful words is dressed where it was made.
import '../playground/playground.css';
import type { PageReading } from '@inkproof/contract';
import { DOUBTFUL_BELOW, Empty, linesOf, LinkedWords, PageView, ReadingText, Section, SURE_FROM, useToast } from '@inkproof/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo, type ReactNode } from 'react';
import { DoubtfulWords } from '../playground/doubtful-words';

/** A page as it was read: the sheet and the text, joined word by word. */
export const ReadPage = ({ page, of, copy }: { page: PageReading; of: number; copy: ReactNode }) => {
  const t = useTranslations('recognitions');
  const bands = useTranslations('playground');
  const locale = useLocale();
  const say = useToast();
  const lines = useMemo(() => linesOf(page), [page]);
  const [low, high] = [DOUBTFUL_BELOW, SURE_FROM].map((bound) => bound.toFixed(2)) as [string, string];
  const words = lines.reduce((sum, line) => sum + line.words.length, 0);
  if (!words) return <Empty title={bands('nothing')}>{t('nothingBody')}</Empty>;
  return (
    <LinkedWords className="rc" onCopied={(text) => say(bands('copiedWord', { word: text }))}>
      <div className="rc-p">
        <div className="rc-k" style={{ '--ratio': page.width / page.height } as React.CSSProperties}>
          <PageView width={page.width} height={page.height} lines={lines} mode="words" label={t('sheet', { words })} />
          <p className="legend">
            {(['sure', 'fair', 'doubtful'] as const).map((certainty) => (
              <span key={certainty}>
                <i className={`lg ${certainty}`} />
                {bands(certainty, { bound: certainty === 'sure' ? high : low, low, high })}
              </span>
            ))}
          </p>
          <p className="small dim mt-2 rc-n">{t('blank')}</p>
        </div>
      </div>
      <div className="rc-t">
        <Section title={of > 1 ? t('pageText', { number: page.number, of }) : t('text')} aside={copy}>
          <ReadingText lines={lines} locale={locale} />
          <p className="hint only-l">{bands('keys')}</p>
        </Section>
        <DoubtfulWords lines={lines} />
      </div>
    </LinkedWords>
  );
};
