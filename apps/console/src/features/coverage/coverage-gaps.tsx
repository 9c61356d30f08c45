import type { IntakeGap } from '@inkproof/contract';
import { Empty, Ledger, Tag } from '@inkproof/ui';
import { useLocale, useTranslations } from 'next-intl';
import { Moment } from '../moments/moment';
import { spanOf } from '../tickets/span';

const MS = 1_000;
/** What a try meets that is no refusal of the API's. */
const ways = ['no_answer', 'no_answer_in_time', 'slow', 'not_at_desk', 'answer_not_read'] as const;

/** Times in which nothing proved that tickets are taken, the newest first. */
export const CoverageGaps = ({ gaps }: { gaps: readonly IntakeGap[] }) => {
  const t = useTranslations('coverage.gap');
  const locale = useLocale();
  const said = (met: string | null) => {
    const way = ways.find((one) => one === met);
    return met === null ? t('notTried') : way ? t(`ways.${way}`) : <span className="id">{met}</span>;
  };
  if (!gaps.length) return <Empty title={t('none')}>{t('noneBody')}</Empty>;
  return (
    <Ledger caption={t('from')} columns={[{ key: 'from', label: t('from') }, { key: 'until', label: t('until') }, { key: 'lasted', label: t('lasted') }, { key: 'met', label: t('met') }]}>
      {gaps.map(({ id, from, until, met }) => (
        <tr key={id}>
          <td>
            <Moment at={from} />
          </td>
          <td>{until ? <Moment at={until} /> : <Tag tone="zhu">{t('running')}</Tag>}</td>
          <td className="hide">{until ? spanOf((Date.parse(until) - Date.parse(from)) / MS, locale) : '—'}</td>
          <td>{said(met)}</td>
        </tr>
      ))}
    </Ledger>
  );
};
