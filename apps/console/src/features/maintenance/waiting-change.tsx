import '../approvals/approvals.css';
import type { Approval, MaintenanceChange } from '@inkproof/contract';
import { Section } from '@inkproof/ui';
import { useLocale, useTranslations } from 'next-intl';
import { wordsFor } from '../../words/words-for';
import { ApprovalEntry } from '../approvals/approval-entry';

interface WaitingChangeProps {
  change: MaintenanceChange;
  /** The words that are in force. */
  before: MaintenanceChange['text'];
  /** Null for whoever may not see requests. */
  approval: Approval | null;
}

/** What would be changed of what was announced, beside it, with the decision. */
export const WaitingChange = ({ change, before, approval }: WaitingChangeProps) => {
  const t = useTranslations('maintenance');
  const locale = useLocale();
  const isReworded = change.text.zh !== before.zh || change.text.en !== before.en;
  return (
    <Section title={t('changeWaits')}>
      <p className="sub">{t('changeBody')}</p>
      {isReworded ? (
        <p className="mt-w">
          <b>{t('newText')}</b> {wordsFor(locale, change.text)}
        </p>
      ) : null}
      {approval ? <ApprovalEntry of={approval} side="provider" /> : null}
    </Section>
  );
};
