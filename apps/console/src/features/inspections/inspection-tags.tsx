import type { InspectionFlag, InspectionState as State, InspectionVerdict } from '@inkproof/contract';
import { Tag, type TagTone } from '@inkproof/ui';
import { useTranslations } from 'next-intl';

/** Filled for the side that must act: what was drawn is answered by the tenant, what was answered is judged by the provider. */
const tones: Record<'tenant' | 'provider', Record<State, TagTone>> = {
  tenant: { announced: 'dash', drawn: 'fill', answered: 'ink', closed: 'plain' },
  provider: { announced: 'dash', drawn: 'ink', answered: 'fill', closed: 'plain' },
};
const verdictTones: Record<InspectionVerdict, TagTone> = { nothing_found: 'plain', questions: 'zhe', not_shown: 'zhu' };

export const InspectionStateTag = ({ state, overdue, side }: { state: State; overdue: boolean; side: 'tenant' | 'provider' }) => {
  const t = useTranslations('inspections');
  return overdue ? <Tag tone="zhu">{t('late')}</Tag> : <Tag tone={tones[side][state]}>{t(`state.${state}`)}</Tag>;
};

export const VerdictTag = ({ verdict }: { verdict: InspectionVerdict }) => <Tag tone={verdictTones[verdict]}>{useTranslations('inspections.verdict')(verdict)}</Tag>;

export const FlagTags = ({ flags }: { flags: readonly InspectionFlag[] }) => {
  const t = useTranslations('inspections.flag');
  return flags.map((flag) => (
    <Tag key={flag} tone="zhu">
      {t(flag)}
    </Tag>
  ));
};
