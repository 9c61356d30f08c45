import './maintenance.css';
import type { Approval, MaintenancePreview, WholeMaintenanceWindow } from '@inkproof/contract';
import { Bar, Facts, Mast, Section } from '@inkproof/ui';
import { useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { momentOf } from '../../words/moments';
import { wordsFor } from '../../words/words-for';
import { StayFresh } from '../live/stay-fresh';
import { Preview } from './preview';
import { WaitingChange } from './waiting-change';
import { WindowActs } from './window-acts';
import { Versions, WindowText } from './window-text';
import { WindowTags } from './window-tags';

interface WindowPageProps {
  window: WholeMaintenanceWindow;
  /** Null once nothing is to come of it. */
  preview: MaintenancePreview | null;
  plans: readonly string[];
  mayKeep: boolean;
  mayStart: boolean;
  isWaiting: boolean;
  /** The request to change what was announced, where one waits and this person may see it. */
  change: Approval | null;
}

/** One window as it is planned and run. While it runs, the way back stands first. */
export const WindowPage = ({ window, preview, plans, mayKeep, mayStart, isWaiting, change }: WindowPageProps) => {
  const t = useTranslations('maintenance');
  const locale = useLocale();
  const isRunning = window.state === 'in_progress' || window.state === 'verifying';
  const nameOf = (person: WholeMaintenanceWindow['published_by']) => person && (person.name ?? person.id);
  const rollback = (
    <Section title={t('rollback')}>
      <p className="mt-w">{window.rollback_plan}</p>
    </Section>
  );
  return (
    <main className="main">
      <Mast
        title={wordsFor(locale, window.title)}
        lede={
          <span className="row wrap">
            <WindowTags window={window} />
            <span className="id">{window.id}</span>
            <StayFresh everySeconds={3} />
          </span>
        }
        actions={mayKeep ? <WindowActs window={window} plans={plans} mayStart={mayStart} isWaiting={isWaiting} /> : null}
      />
      {isWaiting ? (
        <div className="mt-gap">
          <Bar title={t(window.state === 'draft' ? 'waits' : 'waitsAfter')} action={<Link className="link nw" href="/admin/approvals">{t('toApprovals')}</Link>}>
            {t('waitsBody')}
          </Bar>
        </div>
      ) : null}
      {window.change ? <WaitingChange change={window.change} before={window.text} approval={change} /> : null}
      {isRunning ? rollback : null}
      <WindowText window={window} />
      {preview ? <Preview id={window.id} preview={preview} isDraft={window.state === 'draft'} /> : null}
      {isRunning ? null : rollback}
      <Section title={t('who')}>
        <Facts
          entries={[
            [t('draftedBy'), nameOf(window.drafted_by)],
            window.published_by ? [t('publishedBy'), nameOf(window.published_by)] : null,
            window.approved_by ? [t('approvedBy'), nameOf(window.approved_by)] : null,
            [t('form.plans'), window.plans.join(', ') || t('everyPlan')],
            [t('begins'), t(window.begins_by_itself ? 'byItself' : 'byHand')],
            [t('ends'), t(window.ends_by_itself ? 'byItself' : 'byHand')],
          ]}
        />
      </Section>
      <Section title={t('log')}>
        <ol className="mt-log">
          {window.events.map(({ at, kind, by, words }) => (
            <li key={`${at} ${kind}`}>
              <time dateTime={at}>{momentOf(at)}</time>
              <div>
                <b>{t(`event.${kind}`)}</b> <span className="dim">{by ? (by.name ?? by.id) : t('clock')}</span>
                {words ? <p>{words}</p> : null}
              </div>
            </li>
          ))}
        </ol>
      </Section>
      <Versions versions={window.versions} />
    </main>
  );
};
