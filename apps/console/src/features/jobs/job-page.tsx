import './jobs.css';
import type { Job } from '@inkproof/contract';
import { Facts, Mast, Section } from '@inkproof/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { momentOf } from '../../words/moments';
import { CancelJob } from './cancel-job';
import { FollowJob } from './follow-job';
import { hasEnded } from './has-ended';
import { JobDocuments } from './job-documents';
import { JobProgress } from './job-progress';
import { JobState } from './job-state';

/** One job: how far it is, what became of each document, and where the results are until they expire. */
export const JobPage = ({ job, mayCancel }: { job: Job; mayCancel: boolean }) => {
  const t = useTranslations('jobs');
  const common = useTranslations('common');
  const format = useFormatter();
  const ended = hasEnded(job.status);
  return (
    <main className="main">
      <Mast
        title={t.rich('jobOf', { moment: momentOf(job.created_at), nw: (words) => <span className="nw">{words}</span> })}
        lede={[common(`channel.${job.channel}`), job.tag].filter(Boolean).join(' · ')}
        actions={mayCancel ? <CancelJob id={job.id} ended={ended} /> : null}
      />
      {ended ? null : <FollowJob id={job.id} />}
      <div className="jb-h">
        <JobState status={job.status} />
        <JobProgress job={job} />
      </div>
      <Section title={t('documents')}>
        <JobDocuments job={job} />
      </Section>
      <Section title={t('record')}>
        <Facts
          entries={[
            [t('fact.id'), <span key="id" className="mono">{job.id}</span>],
            [t('fact.created'), momentOf(job.created_at)],
            job.started_at ? [t('fact.started'), momentOf(job.started_at)] : null,
            job.finished_at ? [t('fact.finished'), momentOf(job.finished_at)] : null,
            [t('fact.expires'), ended ? t('erasedAt', { moment: momentOf(job.expires_at) }) : t('erasedLater')],
            [t('fact.usage'), t('billed', { pages: job.usage.pages, billed: format.number(job.usage.billed_pages) })],
            [t('fact.request'), <span key="request" className="mono">{job.request_id}</span>],
          ]}
        />
      </Section>
    </main>
  );
};
