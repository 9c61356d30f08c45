import './usage.css';
import type { Usage } from '@inkproof/contract';
import { BarChart, ChartFrame, Ledger, Seg } from '@inkproof/ui';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { type Dimension, dimensions } from './dimension';
import { callsOf, chartedGroups } from './fold-groups';
import { groupName } from './group-name';
import type { Span } from './spans';

const colors = ['c1', 'c2', 'c3'] as const;

/** The same calls told apart by key, route, outcome or reason, and what each part came to. */
export const UsageGroups = ({ usage, by, span }: { usage: Usage; by: Dimension; span: Span }) => {
  const t = useTranslations('usage');
  const calls = useTranslations('calls');
  const chart = useTranslations('common.chart');
  const format = useFormatter();
  const locale = useLocale();
  const groups = usage.groups ?? [];
  const nameOf = (group: { group: string; label: string | null }) => groupName(calls, by, group);
  const charted = chartedGroups(groups).groups;
  const series = charted.map(({ group }, index) => ({ key: `g${index}`, label: group === null ? t('others', { count: groups.length - charted.length + 1 }) : nameOf(groups.find((one) => one.group === group)!), color: colors[index]! }));
  const days = usage.days.map(({ day }, at) => ({ label: day.slice(5), name: day, ...Object.fromEntries(charted.map(({ days: counts }, index) => [`g${index}`, counts[at] ?? 0])) }));
  const first = groups[0];
  return (
    <>
      <div className="us-by">
        <Seg label={t('by')}>
          {dimensions.map((one) => (
            <Link key={one} href={`/usage?days=${span}&by=${one}`} scroll={false} aria-current={one === by ? 'true' : undefined}>
              {t(`dimension.${one}`)}
            </Link>
          ))}
        </Seg>
      </div>
      <ChartFrame
        title={t('byGroup', { by: t(`inSentence.${by}`), days: span })}
        summary={first ? t('groupSummary', { name: nameOf(first), calls: callsOf(first), groups: groups.length }) : ''}
        legend={series}
        columns={[t('day'), ...groups.map(nameOf)]}
        rows={usage.days.map(({ day }, at) => [day, ...groups.map((group) => group.days[at] ?? 0)])}
        csvName={`inkproof-usage-by-${by}-${usage.from}-${usage.to}.csv`}
        locale={locale}
        words={{ table: chart('table'), chart: chart('chart'), csv: chart('csv') }}
      >
        <BarChart data={days} series={series} locale={locale} height={180} />
      </ChartFrame>
      <Ledger
        compact
        caption={t('byGroup', { by: t(`inSentence.${by}`), days: span })}
        columns={[
          { key: 'name', label: t(`dimension.${by}`) },
          { key: 'accepted', label: t('accepted'), numeric: true },
          { key: 'refused', label: t('refused'), numeric: true },
          { key: 'failed', label: t('failed'), numeric: true },
          { key: 'pages', label: t('pagesRead'), numeric: true },
          { key: 'billed', label: t('billed'), numeric: true },
        ]}
        foot={
          <tr>
            <td>{t('total')}</td>
            <td className="num sub hide">{format.number(usage.total.accepted)}</td>
            <td className="num sub hide">{format.number(usage.total.refused)}</td>
            <td className="num sub hide">{format.number(usage.total.failed)}</td>
            <td className="num sub hide">{format.number(usage.total.pages)}</td>
            <td className="num end">{format.number(usage.total.billed_pages)}</td>
          </tr>
        }
      >
        {groups.map((group) => (
          <tr key={group.group}>
            <td className="nm">
              {by === 'key' && group.group ? (
                <Link className="lk" href={`/usage/calls?key=${group.group}`}>
                  {nameOf(group)}
                </Link>
              ) : (
                nameOf(group)
              )}
            </td>
            <td className="num sub start" data-k={t('accepted')}>{format.number(group.accepted)}</td>
            <td className="num sub end2" data-k={t('refused')}>{format.number(group.refused)}</td>
            <td className="num sub hide">{format.number(group.failed)}</td>
            <td className="num sub hide">{format.number(group.pages)}</td>
            <td className="num end" data-k={t('billed')}>{format.number(group.billed_pages)}</td>
          </tr>
        ))}
      </Ledger>
    </>
  );
};
