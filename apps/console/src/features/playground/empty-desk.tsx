'use client';
import type { Limits } from '@inkproof/contract';
import { CodeBlock, Facts, Icon, Section } from '@inkproof/ui';
import { useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { callSamples, type SampleCall } from './call-samples';
import { pixelsText, sizeText } from './limit-text';
import { PickButton } from '../picking/pick-button';
import { SampleStrip } from './sample-strip';

interface EmptyDeskProps {
  limits: Limits;
  samples: readonly string[];
  onFile: (file: File) => void;
  call: Omit<SampleCall, 'fileName'>;
}

/** Nothing on the desk yet: where to put a picture, pictures to try, what is allowed, and the same as code. */
export const EmptyDesk = ({ limits, samples, onFile, call }: EmptyDeskProps) => {
  const t = useTranslations('playground');
  const common = useTranslations('common');
  const locale = useLocale();
  const { upload, requests_per_second: rate } = limits;
  const kinds = upload.media_types.map((type) => type.replace(/^(image|application)\//, '').toUpperCase());
  return (
    <div className="pg">
      <div className="pg-c pg-drop">
        <div className="pg-zone">
          <Icon name="scan" size="l" />
          <p className="h1">{t('drop')}</p>
          <p className="sub">{t('dropBody')}</p>
          <PickButton tone="ink" size="l" accept={upload.media_types} onFile={onFile}>
            {t('pick')}
          </PickButton>
          <p className="small dim">{kinds.join(' · ')}</p>
        </div>
      </div>
      <div className="pg-r">
        {samples.length ? (
          <Section title={t('samples')}>
            <SampleStrip samples={samples} onFile={onFile} />
          </Section>
        ) : null}
        <Section title={t('limits')}>
          <Facts
            entries={[
              [t('limit.rate'), t('limitRate', { n: rate.limit })],
              [t('limit.size'), sizeText(upload.max_bytes, locale)],
              [t('limit.pixels'), pixelsText(upload.max_pixels, locale)],
              [t('limit.pages'), t('limitPages', { n: upload.max_pages })],
              [t('limit.deadline'), t('limitSeconds', { n: limits.deadline_ms / 1000 })],
            ]}
          />
        </Section>
        <Section title={t('code')}>
          <CodeBlock label={t('code')} samples={callSamples({ ...call, fileName: samples[0] ?? 'page.png' })} words={{ copy: common('copy'), copied: common('copied') }} />
          <p className="hint">
            {t('codeNote')}{' '}
            <Link className="link" href="/keys">
              {t('codeKeys')}
            </Link>
          </p>
        </Section>
      </div>
    </div>
  );
};
