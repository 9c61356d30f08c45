import './filings.css';
import type { Filing } from '@inkproof/contract';
import { Ledger, Mast } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { Moment } from '../moments/moment';
import { ExportFiling } from './export-filing';
import { FilingState } from './filing-state';
import { ReviseFiling } from './revise-filing';
import { standingOf } from './standing-of';

interface FilingPageProps {
  filing: Filing;
  mayKeep: boolean;
  mayExport: boolean;
  /** In Asia/Shanghai. */
  today: string;
}

/** A filing through all its versions, and everything about one of its days. */
export const FilingPage = ({ filing, mayKeep, mayExport, today }: FilingPageProps) => {
  const t = useTranslations('filings');
  return (
    <main className="main">
      <Mast title={t('book', { name: filing.name })} lede={standingOf(t, filing)} actions={mayKeep && !filing.coming ? <ReviseFiling filingId={filing.id} /> : null} />
      <Ledger
        caption={t('versions')}
        columns={[
          { key: 'number', label: t('column.version') },
          { key: 'days', label: t('column.days') },
          { key: 'submitted', label: t('column.submitted') },
          { key: 'accepted', label: t('column.accepted') },
          { key: 'state', label: t('column.state') },
        ]}
      >
        {filing.versions.map((version) => (
          <tr key={version.id} className="go">
            <td>
              <Link className="nm" href={`/filings/${filing.id}/${version.id}`}>
                {t('versionNumber', { number: version.number })}
              </Link>
            </td>
            <td className="sub">{version.effective_on ? t('span', { from: version.effective_on, to: version.ends_on ?? t('noEnd') }) : t('notSaid')}</td>
            <td className="sub hide">{version.submitted_at ? <Moment at={version.submitted_at} /> : t('notYet')}</td>
            <td className="sub hide">{version.accepted_at ? <Moment at={version.accepted_at} /> : t('notYet')}</td>
            <td className="end">
              <FilingState state={version.state} />
            </td>
          </tr>
        ))}
      </Ledger>
      {mayExport ? <ExportFiling address={`/v1/consent-filings/${filing.id}/export`} today={today} /> : null}
    </main>
  );
};
