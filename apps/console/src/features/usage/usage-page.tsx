import type { Limits, QuotaTermList, Usage } from '@inkproof/contract';
import { Empty, Mast, Seg, Stat, Stats } from '@inkproof/ui';
import { useFormatter, useTranslations } from 'next-intl';
import Link from 'next/link';
import { PlaygroundLink } from '../playground/playground-link';
import { QuotaHistory } from '../quota/quota-history';
import type { Dimension } from './dimension';
import { LedgerLinks } from './ledger-links';
import { LimitFacts } from './limit-facts';
import { type Span, spans } from './spans';
import { UsageCharts } from './usage-charts';
import { UsageGroups } from './usage-groups';

/** What was called, day by day, and what may be. */
export const UsagePage = ({ usage, limits, terms, span, by, months, mayRecognise }: { usage: Usage; limits: Limits; terms: QuotaTermList; span: Span; by: Dimension; months: readonly string[]; mayRecognise: boolean }) => {
  const t = useTranslations('usage');
  const format = useFormatter();
  const { total } = usage;
  const isIdle = total.accepted + total.refused + total.failed === 0;
  return (
    <main className="main">
      <Mast
        title={t('title')}
        lede={t('lede', { from: usage.from, to: usage.to })}
        actions={
          <Seg label={t('span')}>
            {spans.map((days) => (
              <Link key={days} href={`/usage?days=${days}&by=${by}`} aria-current={days === span ? 'true' : undefined}>
                {t('days', { days })}
              </Link>
            ))}
          </Seg>
        }
      />
      {isIdle ? (
        <Empty
          title={t('empty')}
          actions={
            mayRecognise ? (
              <PlaygroundLink>{t('toPlayground')}</PlaygroundLink>
            ) : null
          }
        >
          {t('emptyBody', { days: span })}
        </Empty>
      ) : (
        <>
          <Stats>
            <Stat label={t('accepted')} value={format.number(total.accepted)} note={t('acceptedNote', { days: span })} />
            <Stat label={t('billed')} value={format.number(total.billed_pages)} unit={t('pages')} note={t('billedNote', { pages: total.pages })} />
            <Stat label={t('refused')} value={format.number(total.refused)} note={t('refusedNote')} />
            <Stat label={t('failed')} value={format.number(total.failed)} note={t('failedNote')} />
          </Stats>
          <UsageCharts usage={usage} span={span} />
          <UsageGroups usage={usage} by={by} span={span} />
        </>
      )}
      <LedgerLinks from={usage.from} to={usage.to} months={months} />
      <LimitFacts limits={limits} />
      <QuotaHistory terms={terms} />
    </main>
  );
};
