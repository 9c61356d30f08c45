'use client';
import type { UsageNow } from '@inkproof/contract';
import { Meter } from '@inkproof/ui';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { dayOf } from '../../words/moments';
import { gaugeTone } from './gauge-tone';

interface GaugeProps {
  name: string;
  value: number;
  max: number | null;
  note: ReactNode;
}

/** The other two limits of a call, beside its rate: how many are being answered, and how many pages of the month are gone. */
export const Gauges = ({ now: { in_flight: inFlight, allowance } }: { now: UsageNow }) => {
  const t = useTranslations('overview');
  const { number } = useFormatter();
  const pages = allowance.used + allowance.reserved;
  const left = allowance.overage.allowed ? t('pagesOverage', { used: number(allowance.overage.used) }) : t('pagesReset', { day: dayOf(allowance.resets_at) });
  return (
    <div className="ov-g">
      <Gauge name={t('inFlight')} value={inFlight.current} max={inFlight.limit} note={t('inFlightNote')} />
      <Gauge name={t('pagesOfMonth')} value={pages} max={allowance.limit} note={allowance.reserved ? t('pagesReserved', { reserved: number(allowance.reserved) }) : allowance.limit === null ? t('pagesUnlimited') : left} />
    </div>
  );
};

const Gauge = ({ name, value, max, note }: GaugeProps) => {
  const { number } = useFormatter();
  const text = max === null ? number(value) : `${number(value)} / ${number(max)}`;
  return (
    <div>
      <p className="row btw base">
        <span className="small sub">{name}</span>
        <b className="num">{text}</b>
      </p>
      {max === null ? null : <Meter value={value} max={max} tone={gaugeTone(value, max)} label={name} text={text} />}
      <p className="small dim mt-1">{note}</p>
    </div>
  );
};
