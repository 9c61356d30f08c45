import type { Load, Node } from '@inkproof/contract';
import { Empty, Mast, Section, Seg, Stat, Stats } from '@inkproof/ui';
import { useFormatter, useTranslations } from 'next-intl';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { clockOf } from '../../words/moments';
import { StayFresh } from '../live/stay-fresh';
import { NodeLines } from '../nodes/node-lines';
import { lastTimes, totalOf } from './fold-load';
import { LoadChart } from './load-chart';
import { loadSpans, type LoadSpan } from './spans';
import { TopTenants } from './top-tenants';

const REFRESH_SECONDS = 10;

/** What whoever is on duty looks at first: how much is called, by whom, and what answers. */
export const LoadPage = ({ load, nodes, span, alarm }: { load: Load; nodes: readonly Node[]; span: LoadSpan; alarm: ReactNode }) => {
  const t = useTranslations('admin.load');
  const format = useFormatter();
  const total = totalOf(load.minutes);
  const times = lastTimes(load.minutes);
  const isIdle = total.accepted + total.refused + total.failed === 0;
  const spanName = t(`past.${span.minutes}`);
  return (
    <main className="main">
      <Mast
        title={t('title')}
        lede={t('lede')}
        actions={
          <span className="row row-4 wrap">
            <StayFresh everySeconds={REFRESH_SECONDS} />
            <Seg label={t('spanOf')}>
              {loadSpans.map(({ minutes }) => (
                <Link key={minutes} href={`/admin?minutes=${minutes}`} aria-current={minutes === span.minutes ? 'true' : undefined}>
                  {t(`span.${minutes}`)}
                </Link>
              ))}
            </Seg>
          </span>
        }
      />
      {alarm}
      <Stats>
        <Stat label={t('accepted')} value={format.number(total.accepted)} note={t('inSpan', { span: spanName })} />
        <Stat label={t('refused')} value={format.number(total.refused)} note={t('refusedNote')} />
        <Stat label={t('failed')} value={format.number(total.failed)} note={t('failedNote')} />
        <Stat label={t('p95')} value={times ? format.number(times.p95) : '—'} unit={times ? 'ms' : undefined} note={times ? t('p95Note', { p50: format.number(times.p50), at: clockOf(times.at).slice(0, 5) }) : t('p95None')} />
      </Stats>
      {isIdle ? (
        <Section title={t('chart', { span: spanName, bar: span.barMinutes })}>
          <Empty title={t('idle')}>{t('idleBody', { span: spanName })}</Empty>
        </Section>
      ) : (
        <LoadChart load={load} span={span} />
      )}
      <div className="duty">
        <TopTenants tenants={load.tenants} spanName={spanName} />
        <NodeLines nodes={nodes} />
      </div>
    </main>
  );
};
