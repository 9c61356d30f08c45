import type { Deletion } from '@inkproof/contract';
import { Tag, type TagTone } from '@inkproof/ui';
import { useTranslations } from 'next-intl';

const tones: Record<Deletion['state'], TagTone> = { waiting: 'dash', running: 'zhu', verifying: 'zhe', done: 'ink', cancelled: 'void' };

export const DeletionState = ({ state }: Pick<Deletion, 'state'>) => <Tag tone={tones[state]}>{useTranslations('retention.state')(state)}</Tag>;
