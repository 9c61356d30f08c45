import type { Limits } from '@inkproof/contract';
import { Facts, Section } from '@inkproof/ui';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { pixelsText, sizeText } from '../playground/limit-text';

/** What one second, one file and one call may hold. */
export const LimitFacts = ({ limits }: { limits: Limits }) => {
  const t = useTranslations('usage');
  const format = useFormatter();
  const locale = useLocale();
  const { upload } = limits;
  return (
    <Section title={t('limits')}>
      <Facts
        entries={[
          [t('limit.rate'), t('rate', { limit: limits.requests_per_second.limit })],
          [t('limit.inFlight'), t('calls', { count: limits.in_flight.limit })],
          [t('limit.month'), limits.allowance.limit === null ? t('anyPages') : t(limits.allowance.overage.allowed ? 'monthOverage' : 'monthPages', { pages: limits.allowance.limit })],
          [t('limit.test'), t('testOf', { rate: limits.test.requests_per_second, calls: limits.test.in_flight })],
          [t('limit.size'), sizeText(upload.max_bytes, locale)],
          [t('limit.pixels'), t('pixels', { pixels: pixelsText(upload.max_pixels, locale) })],
          [t('limit.pages'), t('pagesEach', { pages: upload.max_pages })],
          [t('limit.job'), t('jobOf', { pages: upload.max_job_pages, documents: upload.max_job_documents })],
          [t('limit.formats'), upload.media_types.map((type) => type.replace(/^(image|application)\//, '').toUpperCase()).join(' ')],
          [t('limit.deadline'), t('seconds', { seconds: format.number(limits.deadline_ms / 1000) })],
        ]}
      />
      <p className="small dim mt-3">{t('rateNote', { limit: limits.requests_per_second.limit })}</p>
    </Section>
  );
};
