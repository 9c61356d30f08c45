import type { Finding } from '@inkproof/contract';
import { Ledger } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Moment } from '../moments/moment';
import { FindingState, FindingWords } from './finding-words';

interface FindingsTableProps {
  caption: string;
  findings: readonly Finding[];
  /** By what a side knows where it was: the provider by the tenant, a tenant by the call. */
  by: 'tenant' | 'recognition';
  place: (finding: Finding) => ReactNode;
  act?: (finding: Finding) => ReactNode;
}

/** What was found undeclared, as both sides read it. */
export const FindingsTable = ({ caption, findings, by, place, act }: FindingsTableProps) => {
  const t = useTranslations('findings');
  return (
    <Ledger
      caption={caption}
      columns={[
        { key: 'what', label: t('column.what') },
        { key: by, label: t(`column.${by}`) },
        { key: 'at', label: t('column.at') },
        { key: 'result', label: t('column.result') },
        { key: 'state', label: t('column.state') },
      ]}
    >
      {findings.map((finding) => (
        <tr key={finding.id}>
          <td>
            <FindingWords finding={finding} />
          </td>
          {place(finding)}
          <td className={by === 'tenant' ? 'hide sub' : 'sub'}>
            <Moment at={finding.at} />
          </td>
          <td className="hide sub s13">{t(`result.${finding.result}`)}</td>
          <td className="end">
            <div className="row fn-s">
              <FindingState finding={finding} waits={by === 'tenant'} />
              {act?.(finding)}
            </div>
          </td>
        </tr>
      ))}
    </Ledger>
  );
};
