import './filings.css';
import type { FilingDifference, FilingVersion } from '@inkproof/contract';
import { buttonClass, Mast, Section, Seg } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { ChecksList } from './checks-list';
import { CommentForm } from './comment-form';
import { DifferenceNote } from './difference-note';
import { DifferenceText } from './difference-text';
import { FileLinks } from './file-links';
import { FilingEvents } from './filing-events';
import { FilingFacts } from './filing-facts';
import { FilingState } from './filing-state';
import { MarkedText } from './marked-text';
import { HowToVerify } from '../verifying/how-to-verify';
import { WithdrawFiling } from './withdraw-filing';

interface VersionPageProps {
  version: FilingVersion;
  /** Shown instead of the marks. */
  difference: FilingDifference | null;
  mayKeep: boolean;
}

const endable: readonly FilingVersion['state'][] = ['accepted', 'submitted', 'correction'];

/** A version as it was handed in: its text, what is marked in it, and what was said about it. */
export const VersionPage = ({ version, difference, mayKeep }: VersionPageProps) => {
  const t = useTranslations('filings');
  const address = `/filings/${version.filing.id}/${version.id}`;
  const wire = `/v1/consent-filings/${version.filing.id}`;
  return (
    <main className="main">
      <Mast
        title={t('bookVersion', { name: version.filing.name, number: version.number })}
        lede={<FilingState state={version.state} />}
        actions={
          <>
            {mayKeep && endable.includes(version.state) ? <WithdrawFiling version={version} /> : null}
            {version.accepted_at ? (
              <>
                <a className={buttonClass()} href={`${wire}/versions/${version.id}/receipt`} target="_blank" rel="noreferrer">
                  {t('receiptJson')}
                </a>
                <a className={buttonClass({ tone: 'ink' })} href={`${wire}/versions/${version.id}/receipt?format=pdf`}>
                  {t('receipt')}
                </a>
              </>
            ) : null}
          </>
        }
      />
      <div className="split fl">
        <div>
          <div className="fl-tb">
            <Seg label={t('view')}>
              <Link href={address} aria-current={difference ? undefined : 'true'}>
                {t('marks')}
              </Link>
              <Link href={`${address}?view=difference`} aria-current={difference ? 'true' : undefined}>
                {t('difference')}
              </Link>
            </Seg>
            {version.reconsent_needed ? <span className="small zhu">{t('reconsent')}</span> : null}
          </div>
          {difference ? <DifferenceNote difference={difference} /> : null}
          <article className="sheet fl-p">
            {difference ? <DifferenceText parts={difference.text} language={version.language} /> : <MarkedText text={version.text} spans={version.spans} language={version.language} />}
            <p className="fl-no">
              <span>{t('length', { count: [...version.text].length })}</span>
              <span className="mono">sha256 {version.text_sha256}</span>
            </p>
          </article>
          <Section title={t('facts')}>
            <FilingFacts of={version} />
          </Section>
          <Section title={t('files')}>
            <FileLinks files={version.files} base={wire} />
          </Section>
        </div>
        <aside>
          <ChecksList checks={version.checks} />
          <p className="small dim mt-4 fl-duty">{t('duty')}</p>
          {version.accepted_at ? <HowToVerify file="receipt.json" /> : null}
          <Section title={t('history')}>
            <FilingEvents events={version.events} />
            {mayKeep ? <CommentForm side="tenant" filingId={version.filing.id} versionId={version.id} /> : null}
          </Section>
        </aside>
      </div>
    </main>
  );
};
