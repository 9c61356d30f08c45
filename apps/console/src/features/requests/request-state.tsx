import type { RequestState as State } from '@inkproof/contract';
import { Tag, type TagTone } from '@inkproof/ui';
import { useTranslations } from 'next-intl';

/** Filled for the side that must act: whoever asks confirms, everything after that is the tenant's. */
const tones: Record<'person' | 'tenant', Record<State, TagTone>> = {
  person: { received: 'fill', confirmed: 'ink', identified: 'ink', in_progress: 'ink', answered: 'lv', refused: 'zhu', withdrawn: 'void' },
  tenant: { received: 'dash', confirmed: 'fill', identified: 'fill', in_progress: 'ink', answered: 'lv', refused: 'zhu', withdrawn: 'void' },
};

export const RequestState = ({ state, side = 'tenant' }: { state: State; side?: keyof typeof tones }) => <Tag tone={tones[side][state]}>{useTranslations('requests.state')(state)}</Tag>;
