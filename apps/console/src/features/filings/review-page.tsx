import './filings.css';
import type { FilingDifference, QueuedFiling, ReviewedFiling } from '@inkproof/contract';
import { Empty, Seg } from '@inkproof/ui';
import { clsx } from 'clsx';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { ChecksList } from './checks-list';
import { CommentForm } from './comment-form';
import { DecideBar } from './decide-bar';
import { DifferenceNote } from './difference-note';
import { DifferenceText } from './difference-text';
import { ExportFiling } from './export-filing';
import { FileLinks } from './file-links';
import { FilingEvents } from './filing-events';
import { FilingFacts } from './filing-facts';
import { FilingState } from './filing-state';
import { MarkedText } from './marked-text';
import { ReviewClock } from './review-clock';
import { Moment } from '../moments/moment';

export const reviewStates = ['submitted', 'correction', 'accepted', 'refused', 'superseded', 'withdrawn'] as const;
export type ReviewState = (typeof reviewStates)[number];

interface ReviewPageProps {
  queue: readonly QueuedFiling[];
  state: ReviewState;
  version: ReviewedFiling | null;
  difference: FilingDifference | null;
  /** The text beside the one before, instead of its marks. */
  comparing: boolean;
  /** In Asia/Shanghai; null for whoever may not export. */
  today: string | null;
  /** Whoever looks, if they may decide. */
  reviewer: string | null;
}

/** 报备审核: what was handed in, the text beside its checks, and the answer. */
export const ReviewPage = ({ queue, state, version, difference, comparing, today, reviewer }: ReviewPageProps) => {
  const t = useTranslations('filings');
  const addressOf = (id: string, view = '') => `/admin/filings/${id}?state=${state}${view}`;
  return (
    <main className="main rv-main">
      <div className="rv">
        <aside className={clsx('rv-q', version && 'has')}>
          <Link className="link s13 rv-back" href={`/admin/filings?state=${state}`}>
            {t('toQueue')}
          </Link>
          <div className="rv-qh">
            <h2 className="h2">{t('review')}</h2>
            {state === 'submitted' && queue.length ? <span className="n n-zhu">{queue.length}</span> : null}
          </div>
          <nav className="rv-st" aria-label={t('column.state')}>
            {reviewStates.map((one) => (
              <Link key={one} href={`/admin/filings?state=${one}`} aria-current={one === state ? 'true' : undefined}>
                {t(`state.${one}`)}
              </Link>
            ))}
          </nav>
          {queue.map((item) => (
            <Link key={item.id} className="qi" href={addressOf(item.id)} aria-current={item.id === version?.id ? 'true' : undefined}>
              <b>{item.tenant.name}</b>
              <span className="sub small tr">{t('named', { name: item.filing.name, number: item.number })}</span>
              {item.review_due_at && item.submitted_at ? <ReviewClock from={item.submitted_at} due={item.review_due_at} /> : null}
            </Link>
          ))}
        </aside>
        {version ? (
          <>
            <section className="rv-m">
              <header className="rv-h">
                <div className="grow">
                  <p className="small dim row wrap">
                    <span className="id">{version.id}</span>
                    <span>{version.tenant.name}</span>
                    <FilingState state={version.state} side="provider" />
                  </p>
                  <h1>{t('bookVersion', { name: version.filing.name, number: version.number })}</h1>
                  <p className="s13 sub">
                    {version.submitted_by?.name ?? version.submitted_by?.id} · {version.submitted_at ? <Moment at={version.submitted_at} /> : null}
                  </p>
                  {version.reconsent_needed ? <p className="s13 zhu">{t('reconsent')}</p> : null}
                </div>
                <Seg label={t('view')}>
                  <Link href={addressOf(version.id)} aria-current={comparing ? undefined : 'true'}>
                    {t('marks')}
                  </Link>
                  <Link href={addressOf(version.id, '&view=difference')} aria-current={comparing ? 'true' : undefined}>
                    {t('difference')}
                  </Link>
                </Seg>
              </header>
              <div className="rv-b">
                <div>
                  {difference && (comparing || difference.against) ? <DifferenceNote difference={difference} /> : null}
                  {comparing && difference ? <DifferenceText parts={difference.text} language={version.language} /> : <MarkedText text={version.text} spans={version.spans} language={version.language} />}
                  <p className="fl-no">
                    <span>{t('length', { count: [...version.text].length })}</span>
                    <span className="mono">sha256 {version.text_sha256}</span>
                  </p>
                  <div className="mt-4">
                    <FilingFacts of={version} />
                  </div>
                </div>
                <aside>
                  <ChecksList checks={version.checks} />
                  <section aria-label={t('files')}>
                    <div className="sec">
                      <h2>{t('files')}</h2>
                    </div>
                    <FileLinks files={version.files} base={`/v1/admin/consent-filings/${version.id}`} />
                  </section>
                  <section aria-label={t('history')}>
                    <div className="sec">
                      <h2>{t('history')}</h2>
                    </div>
                    <FilingEvents events={version.events} />
                    {reviewer ? <CommentForm side="provider" filingId={version.filing.id} versionId={version.id} /> : null}
                  </section>
                  {version.accepted_at ? (
                    <a className="link s13" href={`/v1/admin/consent-filings/${version.id}/receipt?format=pdf`}>
                      {t('receipt')}
                    </a>
                  ) : null}
                  {today ? <ExportFiling address={`/v1/admin/consent-filings/${version.id}/export`} today={today} asksWhy /> : null}
                </aside>
              </div>
            </section>
            {reviewer && version.state === 'submitted' ? <DecideBar key={version.id} version={version} reviewer={reviewer} /> : null}
          </>
        ) : (
          <section className="rv-m">
            <h1 className="vh">{t('review')}</h1>
            <Empty title={t(state === 'submitted' ? 'nothingWaits' : 'nothingHere')} written={state === 'submitted' ? 5 : 0}>
              {t('nothingWaitsBody')}
            </Empty>
          </section>
        )}
      </div>
    </main>
  );
};
