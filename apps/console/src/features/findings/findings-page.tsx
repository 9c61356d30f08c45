import './findings.css';
import type { Finding, UndeclaredPolicy } from '@inkproof/contract';
import { buttonClass, Empty, Icon, Ledger, Mast, Section } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { Moment } from '../moments/moment';
import { Pager } from '../paging/pager';
import type { Trail } from '../paging/trail';
import { FindingState, FindingWords } from './finding-words';
import { PolicyChoice } from './policy-choice';

/** What was found undeclared in a tenant's results, and what it wants done with such results. */
export const FindingsPage = ({ findings, policy, trail, next, mayChoose }: { findings: readonly Finding[]; policy: UndeclaredPolicy; trail: Trail; next: string | null; mayChoose: boolean }) => {
  const t = useTranslations('findings');
  return (
    <main className="main">
      <Mast
        title={t('title')}
        lede={t('lede')}
        actions={
          <Link className={buttonClass()} href="/findings/reconciliation">
            <Icon name="list" />
            {t('reconciliation.open')}
          </Link>
        }
      />
      <Section title={t('policy.title')}>
        <PolicyChoice policy={policy} mayChoose={mayChoose} />
      </Section>
      {findings.length ? (
        <Section title={t('title')}>
          <Ledger
            caption={t('title')}
            columns={[
              { key: 'what', label: t('column.what') },
              { key: 'recognition', label: t('column.recognition') },
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
                <td className="hide mono small dim">{finding.recognition}</td>
                <td className="sub">
                  <Moment at={finding.at} />
                </td>
                <td className="hide sub s13">{t(`result.${finding.result}`)}</td>
                <td className="end">
                  <FindingState finding={finding} />
                </td>
              </tr>
            ))}
          </Ledger>
          <Pager base="/findings" trail={trail} next={next}>
            {t('foot')}
          </Pager>
        </Section>
      ) : (
        <Empty title={t('empty')}>{t('emptyBody')}</Empty>
      )}
    </main>
  );
};
