'use client';
import type { UsageNow } from '@inkproof/contract';
import { Tally } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { Gauges } from './gauges';
import { SecondsStrip } from './seconds-strip';
import { useUsageNow } from './use-usage-now';

/** This second and the fifty-nine before it, live. */
export const QuotaNow = ({ first }: { first: UsageNow }) => {
  const t = useTranslations('overview');
  const { now, isLive } = useUsageNow(first);
  const used = now.accepted_last_second;
  const total = now.requests_per_second;
  const left = Math.max(0, total - used);
  const text = t(left ? 'nowText' : 'nowFull', { used, left });
  return (
    <section className="ov-q" aria-label={t('now')}>
      <div>
        <div className="row btw base">
          <h2 className="h2">{t('now')}</h2>
          <span className="small dim row">
            <span className={isLive ? 'dot dot-lv' : 'dot dot-zhe'} />
            {t(isLive ? 'live' : 'stale')}
          </span>
        </div>
        <div className="ov-tl">
          <Tally used={used} total={total} refusing={left === 0} label={t('now')} text={text} />
          <p className="ov-n">
            <b>{used}</b> / {total}
          </p>
        </div>
        <p className="small sub">{text}</p>
        <p className="small dim">{t('nowRule')}</p>
        <Gauges now={now} />
      </div>
      <SecondsStrip seconds={now.seconds} limit={total} />
    </section>
  );
};
