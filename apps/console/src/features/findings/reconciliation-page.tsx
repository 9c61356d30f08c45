import './findings.css';
import type { Reconciliation } from '@inkproof/contract';
import { buttonClass, Empty, Icon, Ledger, Mast, Section } from '@inkproof/ui';
import { useFormatter, useTranslations } from 'next-intl';
import Link from 'next/link';

interface ReconciliationPageProps {
  report: Reconciliation;
  /** Newest first. */
  months: readonly string[];
  /** Address of the page, without its month. */
  base: string;
  csv: string;
  title: string;
}

/** What a month's recognitions declared, beside what was found in their results: a part for each filing. */
export const ReconciliationPage = ({ report: { month, items }, months, base, csv, title }: ReconciliationPageProps) => {
  const t = useTranslations('findings.reconciliation');
  const words = useTranslations('personal');
  const format = useFormatter();
  return (
    <main className="main">
      <Mast
        title={title}
        lede={t('lede')}
        actions={
          <a className={buttonClass()} href={csv} download>
            <Icon name="download" />
            {t('csv')}
          </a>
        }
      />
      <nav className="fn-m" aria-label={t('months')}>
        {months.map((each) => (
          <Link key={each} className="lk" href={`${base}?month=${each}`} aria-current={each === month ? 'page' : undefined}>
            {each}
          </Link>
        ))}
      </nav>
      {items.length ? (
        items.map(({ filing, versions, recognitions, categories, findings }) => (
          <Section key={filing?.id ?? 'none'} title={filing?.name ?? t('none')}>
            <p className="sub s13 fn-n">{[versions.length ? t('versions', { numbers: versions.join(t('comma')) }) : '', t('recognitions', { count: recognitions }), t('findings', { open: findings.open, settled: findings.dismissed + findings.linked })].filter(Boolean).join(t('stop'))}</p>
            {categories.length ? (
              <Ledger
                compact
                caption={filing?.name ?? t('none')}
                columns={[
                  { key: 'category', label: t('column.category') },
                  { key: 'declared', label: t('column.declared'), numeric: true },
                  { key: 'detected', label: t('column.detected'), numeric: true },
                  { key: 'undeclared', label: t('column.undeclared'), numeric: true },
                ]}
              >
                {categories.map(({ category, declared, detected, undeclared }) => (
                  <tr key={category}>
                    <td className="nm">{words(`category.${category}`)}</td>
                    <td className="num start" data-k={t('column.declared')}>{format.number(declared)}</td>
                    <td className="num start" data-k={t('column.detected')}>{format.number(detected)}</td>
                    <td className={undeclared ? 'num end zhu' : 'num end'} data-k={t('column.undeclared')}>{format.number(undeclared)}</td>
                  </tr>
                ))}
              </Ledger>
            ) : null}
          </Section>
        ))
      ) : (
        <Empty title={t('empty', { month })}>{t('emptyBody')}</Empty>
      )}
    </main>
  );
};
