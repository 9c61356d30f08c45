import type { Job } from '@inkproof/contract';
import { Ledger } from '@inkproof/ui';
import { useFormatter, useTranslations } from 'next-intl';
import Link from 'next/link';
import { DownloadMenu } from '../downloads/download-menu';
import { JobState } from './job-state';

/** The documents of a job: how far each is, why one failed, and its result to take along. */
export const JobDocuments = ({ job }: { job: Job }) => {
  const t = useTranslations('jobs');
  const problems = useTranslations('problems');
  const format = useFormatter();
  return (
    <Ledger
      caption={t('documents')}
      columns={[
        { key: 'number', label: t('column.number') },
        { key: 'tag', label: t('column.tag') },
        { key: 'pages', label: t('column.pages'), numeric: true },
        { key: 'state', label: t('column.state') },
        { key: 'result', label: t('column.result') },
      ]}
    >
      {job.documents.map(({ number, tag, pages, pages_done: done, status, recognition, problem }) => (
        <tr key={number}>
          <td>{format.number(number)}</td>
          <td className="hide">{tag ?? <span className="dim">—</span>}</td>
          <td className="num">{pages === null ? <span className="dim">{t('notOpened')}</span> : t('of', { done: format.number(done), all: format.number(pages) })}</td>
          <td className="end">
            <JobState status={status} />
          </td>
          <td className="end2">
            {recognition ? (
              <span className="row jb-r">
                <DownloadMenu address={`/v1/jobs/${job.id}/documents/${number}`} name={`${job.id}-${number}`} hasFile />
                <Link className="link small" href={`/recognitions/${recognition}`}>
                  {t('recordOf')}
                </Link>
              </span>
            ) : null}
            {problem ? (
              <span className="small">
                {problems(`${problem.code}.title`, { hasMax: 'false', max: '', hasSeconds: 'false', seconds: '' })} <span className="mono dim">{problem.code}</span>
              </span>
            ) : null}
          </td>
        </tr>
      ))}
    </Ledger>
  );
};
