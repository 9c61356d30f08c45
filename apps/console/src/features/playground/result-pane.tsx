'use client';
import type { Recognition } from '@inkproof/contract';
import { CodeBlock, CopyButton, Empty, IconButton, ReadingText, saveFile, Section, Tabs, type CodeSample, type ShownLine } from '@inkproof/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { DoubtfulWords } from './doubtful-words';
import { readableJson } from './readable-json';
import { RecipeFacts } from './recipe-facts';

interface ResultPaneProps {
  recognition: Recognition;
  lines: readonly ShownLine[];
  name: string;
  samples: readonly CodeSample[];
}

/** What was read: as text and as JSON, what to check, how it was read, and the same call as code. */
export const ResultPane = ({ recognition, lines, name, samples }: ResultPaneProps) => {
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
      <Tabs
        label={t('result')}
        tabs={[
          {
            value: 'text',
            label: t('text'),
            end: (
              <>
                <CopyButton text={recognition.text} words={{ copy: t('copyText'), copied: common('copied') }} />
                <IconButton icon="download" label={t('download')} onClick={() => saveFile(`${stem}.txt`, recognition.text, 'text/plain;charset=utf-8')} />
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
      <RecipeFacts recognition={recognition} />
      <Section title={t('code')}>
        <CodeBlock label={t('code')} samples={samples} words={copying} />
      </Section>
      <p className="small dim mt-6">{common('advisory')}</p>
    </div>
  );
};
