import type { RetentionRule } from '@inkproof/contract';
import { Ledger, Section } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { dayOf } from '../../words/moments';
import { PeriodSource } from './period-source';

/** Every rule that was ever set for everybody, newest first. */
export const RuleHistory = ({ rules }: { rules: readonly RetentionRule[] }) => {
  const t = useTranslations('retention');
  return (
    <Section title={t('history.title')}>
      <Ledger compact caption={t('history.title')} columns={[{ key: 'at', label: t('history.at') }, { key: 'class', label: t('periods.class') }, { key: 'source', label: t('periods.basis') }, { key: 'by', label: t('history.by') }, { key: 'months', label: t('periods.months'), numeric: true }]}>
        {rules.map((rule) => (
          <tr key={rule.id}>
            <td className="sub nw hide">{dayOf(rule.set_at)}</td>
            <td className="nm">{t(`class.${rule.record_class}`)}</td>
            <td className="sub">
              {t(`basis.${rule.basis}`)} · <PeriodSource source={rule.source} />
            </td>
            <td className="sub hide">{rule.set_by.id === 'install' ? t('history.install') : rule.set_by.name}</td>
            <td className="num end nw">{t('periods.count', { months: rule.months })}</td>
          </tr>
        ))}
      </Ledger>
    </Section>
  );
};
