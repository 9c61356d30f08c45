import type { RequestState as State } from '@inkproof/contract';
import { Tag, type TagTone } from '@inkproof/ui';
import { useTranslations } from 'next-intl';

const tones: Record<State, TagTone> = { received: 'dash', confirmed: 'fill', identified: 'fill', in_progress: 'ink', answered: 'lv', refused: 'zhu', withdrawn: 'void' };

export const RequestState = ({ state }: { state: State }) => <Tag tone={tones[state]}>{useTranslations('requests.state')(state)}</Tag>;
