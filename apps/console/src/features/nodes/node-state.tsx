import type { Node } from '@inkproof/contract';
import { Tag, type TagTone } from '@inkproof/ui';
import { useTranslations } from 'next-intl';

/** A lost node waits for a person, so its seal is filled. */
const tones: Record<Node['state'], TagTone> = { up: 'lv', stopping: 'zhe', lost: 'fill' };

export const NodeState = ({ state }: Pick<Node, 'state'>) => <Tag tone={tones[state]}>{useTranslations('admin.nodes.state')(state)}</Tag>;
