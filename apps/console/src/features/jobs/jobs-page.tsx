import './jobs.css';
import type { Job } from '@inkproof/contract';
import { Empty, Ledger, Mast } from '@inkproof/ui';
import { useFormatter, useTranslations } from 'next-intl';
import Link from 'next/link';
import { StayFresh } from '../live/stay-fresh';
import { Moment } from '../moments/moment';
import { Pager } from '../paging/pager';
import type { Trail } from '../paging/trail';
import { PlaygroundLink } from '../playground/playground-link';
import { JobState } from './job-state';

interface JobsPageProps {
  jobs: readonly Omit<Job, 'documents'>[];
  trail: Trail;
  next: string | null;
  mayRecognise: boolean;
  /** Whether the service has ended, so that nothing comes here any more. */
  isOver: boolean;
}

/** Work in the background, newest first. */
export const JobsPage = ({ jobs, trail, next, mayRecognise, isOver }: JobsPageProps) => {
  const t = useTranslations('jobs');
  const over = useTranslations('ending.over');
  const common = useTranslations('common');
  const format = useFormatter();
  if (!jobs.length && !trail.cursor)
    return (
      <main className="main">
        <Mast title={t('title')} lede={t('lede')} />
        <Empty
          title={isOver ? over('title') : t('empty')}
          actions={
            mayRecognise ? (
              <PlaygroundLink>{t('toPlayground')}</PlaygroundLink>
            ) : null
          }
        >
          {isOver ? over('body') : t(mayRecognise ? 'emptyBody' : 'emptyReading')}
        </Empty>
      </main>
    );
  return (
    <main className="main">
      <Mast title={t('title')} lede={t('lede')} actions={<StayFresh everySeconds={5} />} />
      <Ledger
        caption={t('title')}
        columns={[
          { key: 'at', label: t('column.at') },
          { key: 'tag', label: t('column.tag') },
          { key: 'channel', label: t('column.channel') },
          { key: 'documents', label: t('column.documents'), numeric: true },
          { key: 'pages', label: t('column.pages'), numeric: true },
          { key: 'state', label: t('column.state') },
        ]}
      >
        {jobs.map(({ id, created_at: at, tag, channel, progress, status }) => (
          <tr key={id} className="go">
            <td>
              <Link className="nm" href={`/jobs/${id}`}>
                <Moment at={at} />
              </Link>
            </td>
            <td className="hide">{tag ?? <span className="dim">—</span>}</td>
            <td className="sub">{common(`channel.${channel}`)}</td>
            <td className="num hide">{t('of', { done: format.number(progress.documents_done), all: format.number(progress.documents) })}</td>
            <td className="num end2">{progress.pages === null ? <span className="dim">{t('notOpened')}</span> : t('of', { done: format.number(progress.pages_done), all: format.number(progress.pages) })}</td>
            <td className="end">
              <JobState status={status} />
            </td>
          </tr>
        ))}
      </Ledger>
      <Pager base="/jobs" trail={trail} next={next}>
        {t('expiry')}
      </Pager>
    </main>
  );
};
