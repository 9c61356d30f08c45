import type { Job } from '@inkproof/contract';
import { Meter } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { momentOf } from '../../words/moments';

/** How far a job is, in pages once every file was opened, in documents until then. */
export const JobProgress = ({ job }: { job: Pick<Job, 'status' | 'position' | 'waiting' | 'progress'> }) => {
  const t = useTranslations('jobs');
  const { documents, documents_done: documentsDone, pages, pages_done: pagesDone } = job.progress;
  const [done, all] = pages === null ? [documentsDone, documents] : [pagesDone, pages];
  const held = job.waiting && t('held', { until: momentOf(job.waiting.until) });
  const text = held ?? (job.status === 'queued' && job.position !== null ? t('before', { count: job.position }) : t(pages === null ? 'documentsDone' : 'pagesDone', { done, all }));
  return (
    <div className="jb-p" role="status">
      <Meter value={done} max={Math.max(1, all)} tone="ink" label={t('progress')} text={text} />
      <span className="small sub">{text}</span>
    </div>
  );
};
