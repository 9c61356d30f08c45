import type { Job } from '@inkproof/contract';
import { Tag, type TagTone } from '@inkproof/ui';
import { useTranslations } from 'next-intl';

const tones: Record<Job['status'], TagTone> = { queued: 'dash', running: 'ink', succeeded: 'lv', partial: 'zhe', failed: 'zhu', canceled: 'void' };

/** How a job or one of its documents is doing. */
export const JobState = ({ status }: { status: Job['status'] }) => {
  const t = useTranslations('jobs.state');
  return <Tag tone={tones[status]}>{t(status)}</Tag>;
};
