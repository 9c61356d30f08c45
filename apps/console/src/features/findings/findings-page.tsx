import './findings.css';
import type { Finding, UndeclaredPolicy } from '@inkproof/contract';
import { buttonClass, Empty, Icon, Mast, Section } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { Pager } from '../paging/pager';
import type { Trail } from '../paging/trail';
import { FindingsTable } from './findings-table';
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
          <FindingsTable caption={t('title')} findings={findings} by="recognition" place={({ recognition }) => <td className="hide mono small dim">{recognition}</td>} />
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
