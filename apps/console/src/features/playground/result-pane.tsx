'use client';
import type { Job, PageReading, Recognition } from '@inkproof/contract';
import { Bar, CodeBlock, CopyButton, Empty, IconButton, ReadingText, saveFile, Section, Tabs, type CodeSample, type ShownLine } from '@inkproof/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { DownloadMenu } from '../downloads/download-menu';
import { QualityAdvice } from '../recipe/quality-advice';
import { DoubtfulWords } from './doubtful-words';
import { readableJson } from './readable-json';
import { RecipeFacts } from './recipe-facts';

interface ResultPaneProps {
  recognition: Recognition;
  job: Job;
  page: PageReading;
  lines: readonly ShownLine[];
  name: string;
  samples: readonly CodeSample[];
}

/** What was read: as text and as JSON, to take along in every form, what to check, how it was read, and the same call as code. */
export const ResultPane = ({ recognition, job, page, lines, name, samples }: ResultPaneProps) => {
  const t = useTranslations('playground');
  const common = useTranslations('common');
  const locale = useLocale();
  const json = useMemo(() => readableJson(recognition), [recognition]);
  const copying = { copy: common('copy'), copied: common('copied') };
  const stem = name.replace(/\.[^.]*$/, '');
  const words = lines.flatMap((line) => line.words);
  const doubtful = words.filter((word) => word.certainty === 'doubtful').length;
  return (
    <div className="pg-r">
      <p className="vh" role="status">
        {t('status', { words: words.length, doubtful })}
      </p>
      {recognition.failed_pages.map(({ number, detail }) => (
        <Bar key={number} tone="zhe">
          {t('pageFailed', { number, detail })}
        </Bar>
      ))}
      <QualityAdvice quality={page.quality} />
      <Tabs
        label={t('result')}
        tabs={[
          {
            value: 'text',
            label: t('text'),
            end: (
              <>
                <CopyButton text={recognition.text} words={{ copy: t('copyText'), copied: common('copied') }} />
                <DownloadMenu address={`/v1/jobs/${job.id}/documents/1`} name={stem} hasFile />
              </>
            ),
            content: lines.length ? (
              <>
                <ReadingText lines={lines} locale={locale} />
                <p className="hint only-l">{t('keys')}</p>
              </>
            ) : (
              <Empty title={t('nothing')}>{t('nothingBody')}</Empty>
            ),
          },
          {
            value: 'json',
            label: t('json'),
            end: <IconButton icon="download" label={t('download')} onClick={() => saveFile(`${stem}.json`, json, 'application/json')} />,
            content: <CodeBlock label={t('json')} samples={[{ name: 'JSON', code: json }]} words={copying} />,
          },
        ]}
      />
      {lines.length ? <DoubtfulWords lines={lines} /> : null}
      <RecipeFacts recognition={recognition} page={page} />
      <Section title={t('code')}>
        <CodeBlock label={t('code')} samples={samples} words={copying} />
      </Section>
      <p className="small dim mt-6">{common('advisory')}</p>
    </div>
  );
};
