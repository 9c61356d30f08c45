import type { Plan } from '@inkproof/contract';
import { Facts, Section } from '@inkproof/ui';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { pixelsText, sizeText } from '../playground/limit-text';

/** What the calls of a plan may weigh. */
export const PlanFacts = ({ plan }: { plan: Plan }) => {
  const t = useTranslations('admin.tenants');
  const format = useFormatter();
  const locale = useLocale();
  return (
    <Section title={t('planOf', { name: plan.name })}>
      <Facts
        entries={[
          [t('planSize'), sizeText(plan.upload_max_bytes, locale)],
          [t('planPixels'), pixelsText(plan.page_max_pixels, locale)],
          [t('planCall'), format.number(plan.call_max_pages)],
          [t('planJob'), t('planJobOf', { pages: plan.job_max_pages, documents: plan.job_max_documents })],
          [t('planAtOnce'), format.number(plan.readings_at_once)],
          [t('planInFlight'), format.number(plan.in_flight_max)],
          [t('planMonth'), plan.month_max_pages === null ? t('planMonthAny') : t(plan.overage ? 'planMonthOverage' : 'planMonthOf', { pages: plan.month_max_pages })],
          [t('planTest'), t('planTestOf', { rate: plan.test_requests_per_second, calls: plan.test_in_flight_max })],
          [t('planDeadline'), t('planSeconds', { seconds: plan.deadline_ms / 1000 })],
        ]}
      />
    </Section>
  );
};
