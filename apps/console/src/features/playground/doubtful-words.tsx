'use client';
import { DOUBTFUL_BELOW, Section, type ShownLine } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { doubtfulRuns } from './doubtful-runs';

const MOST_LISTED = 6;

/** Cut off and not rounded: what is just below a bound must not be shown as the bound. */
const cutOff = (confidence: number): string => (Math.floor(confidence * 100) / 100).toFixed(2);

/** What a person should look at. Each leads to its place in the text and in the picture. */
export const DoubtfulWords = ({ lines }: { lines: readonly ShownLine[] }) => {
  const t = useTranslations('playground');
  const runs = doubtfulRuns(lines);
  const bound = DOUBTFUL_BELOW.toFixed(2);
  return (
    <Section title={t('check')}>
      <p className="s13 sub">{runs.length ? t('checkSome', { n: runs.length, bound }) : t('checkNone', { bound })}</p>
      <ul className="pg-d">
        {runs.slice(0, MOST_LISTED).map((run) => (
          <li key={run.id}>
            <button type="button" data-w={run.id}>
              <span className="dim">{t('line', { n: run.line })}</span>
              <span className="zhu tr">{run.text}</span>
              <span className="num">{cutOff(run.confidence)}</span>
            </button>
          </li>
        ))}
      </ul>
      {runs.length > MOST_LISTED ? <p className="small dim">{t('checkMore', { n: runs.length - MOST_LISTED })}</p> : null}
    </Section>
  );
};
