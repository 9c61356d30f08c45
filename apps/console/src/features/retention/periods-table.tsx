import type { RetentionPeriod } from '@inkproof/contract';
import { Ledger, Tag } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { PeriodSource } from './period-source';

/** How long what is kept, and on what each period rests. */
export const PeriodsTable = ({ periods }: { periods: readonly RetentionPeriod[] }) => {
  const t = useTranslations('retention');
  return (
    <Ledger caption={t('periods.title')} columns={[{ key: 'class', label: t('periods.class') }, { key: 'basis', label: t('periods.basis') }, { key: 'months', label: t('periods.months'), numeric: true }]}>
      {periods.map(({ record_class: name, months, rules }) => (
        <tr key={name}>
          <td className="nm">{t(`class.${name}`)}</td>
          <td className="full">
            {rules.length ? (
              <ul className="rt-rules">
                {rules.toSorted((one, other) => other.months - one.months).map((rule) => (
                  <li key={rule.id} className={rule.months === months ? undefined : 'dim'}>
                    <Tag tone={rule.months === months ? 'ink' : 'plain'}>{t(`basis.${rule.basis}`)}</Tag>
                    <PeriodSource source={rule.source} />
                    {rules.length > 1 ? <span className="nw">{t('periods.count', { months: rule.months })}</span> : null}
                  </li>
                ))}
              </ul>
            ) : (
              <span className="dim">{t('periods.none')}</span>
            )}
          </td>
          <td className="num end nw">{months ? t('periods.count', { months }) : t('periods.asNeeded')}</td>
        </tr>
      ))}
    </Ledger>
  );
};
