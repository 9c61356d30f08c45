import type { InspectionFlag, InspectionState as State, InspectionVerdict } from '@inkproof/contract';
import { Tag, type TagTone } from '@inkproof/ui';
import { useTranslations } from 'next-intl';

const tones: Record<State, TagTone> = { announced: 'dash', drawn: 'fill', answered: 'ink', closed: 'plain' };
const verdictTones: Record<InspectionVerdict, TagTone> = { nothing_found: 'plain', questions: 'zhe', not_shown: 'zhu' };

export const InspectionStateTag = ({ state, overdue }: { state: State; overdue: boolean }) => {
  const t = useTranslations('inspections');
  return overdue ? <Tag tone="zhu">{t('late')}</Tag> : <Tag tone={tones[state]}>{t(`state.${state}`)}</Tag>;
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
