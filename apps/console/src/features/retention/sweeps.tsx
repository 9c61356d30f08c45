import type { DueReport, Sweep } from '@inkproof/contract';
import { Ledger, Meter, Section, Tag } from '@inkproof/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { clock } from '../../clock';
import { momentOf, shortMomentOf } from '../../words/moments';
import { StayFresh } from '../live/stay-fresh';

const REFRESH_SECONDS = 5;
/** One that has not got on for so long has died, and the next round goes on. */
const DEAD_AFTER_MS = 120_000;

/** What the next sweep will erase, and what sweeps did. */
export const Sweeps = ({ due, sweeps }: { due: DueReport; sweeps: readonly Sweep[] }) => {
  const t = useTranslations('retention');
  const format = useFormatter();
  const isAtWork = sweeps.some(({ ended_at: endedAt, seen_at: seenAt }) => endedAt === null && Date.parse(seenAt) > clock.now().getTime() - DEAD_AFTER_MS);
  return (
    <>
      <Section title={t('sweeps.due')}>
        <p className="sub s13 rt-lede">{t('sweeps.dueLede', { at: momentOf(due.at) })}</p>
        {due.items.length ? (
          <Ledger caption={t('sweeps.due')} columns={[{ key: 'class', label: t('periods.class') }, { key: 'oldest', label: t('sweeps.oldest') }, { key: 'tenants', label: t('sweeps.tenants'), numeric: true }, { key: 'staying', label: t('sweeps.staying'), numeric: true }, { key: 'count', label: t('sweeps.count'), numeric: true }]}>
            {due.items.map((item) => (
              <tr key={item.record_class}>
                <td className="nm">{t(`class.${item.record_class}`)}</td>
                <td className="sub nw" data-k={t('sweeps.oldest')}>{momentOf(item.oldest).slice(0, 16)}</td>
                <td className="num sub hide">{format.number(item.tenants)}</td>
                <td className="num sub end2" data-k={t('sweeps.staying')}>{format.number(item.staying)}</td>
                <td className="num end">{format.number(item.count)}</td>
              </tr>
            ))}
          </Ledger>
        ) : (
          <p className="s13 sub">{t('sweeps.nothingDue')}</p>
        )}
      </Section>
      <Section title={t('sweeps.past')} aside={isAtWork ? <StayFresh everySeconds={REFRESH_SECONDS} /> : null}>
        {sweeps.length ? (
          <Ledger caption={t('sweeps.past')} columns={[{ key: 'at', label: t('sweeps.at') }, { key: 'what', label: t('sweeps.what') }, { key: 'staying', label: t('sweeps.staying'), numeric: true }, { key: 'erased', label: t('sweeps.erased'), numeric: true }, { key: 'state', label: t('deletions.state') }]}>
            {sweeps.map((sweep) => (
              <tr key={sweep.id}>
                <td className="nm nw">{shortMomentOf(sweep.started_at)}</td>
                <td className="sub full">{sweep.by_class.map(({ record_class: name, erased }) => t('sweeps.ofClass', { name: t(`class.${name}`), count: format.number(erased) })).join(t('sweeps.and'))}</td>
                <td className="num sub hide">{format.number(sweep.staying)}</td>
                <td className="num start" data-k={t('sweeps.erased')}>
                  {format.number(sweep.erased)}
                  {sweep.ended_at ? null : <Meter value={sweep.erased + sweep.staying} max={sweep.due} tone="zhu" label={t('sweeps.past')} text={t('sweeps.soFar', { done: sweep.erased + sweep.staying, due: sweep.due })} />}
                </td>
                <td className="end">{sweep.ended_at ? <Tag tone="ink">{t('sweeps.ended')}</Tag> : <Tag tone="dash">{t('sweeps.atWork', { at: shortMomentOf(sweep.seen_at) })}</Tag>}</td>
              </tr>
            ))}
          </Ledger>
        ) : (
          <p className="s13 sub">{t('sweeps.none')}</p>
        )}
      </Section>
    </>
  );
};
