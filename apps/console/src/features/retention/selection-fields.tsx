'use client';
import { DELETION_MOST_DELAY_DAYS } from '@inkproof/contract';
import { SelectField, TextField, WordsField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { selectionKinds, type SelectionKind } from './read-wish';

interface SelectionFieldsProps {
  kind: SelectionKind;
  onKind: (kind: SelectionKind) => void;
  /** What was filled in selects nothing that there could be. */
  wrong: boolean;
}

/** By what things are selected, and the fields that it needs. */
export const SelectionFields = ({ kind, onKind, wrong }: SelectionFieldsProps) => {
  const t = useTranslations('retention.ask');
  const error = wrong && t(`wrong.${kind}`);
  return (
    <>
      <SelectField label={t('kind')} value={kind} onChange={(event) => onKind(selectionKinds.find((one) => one === event.target.value) ?? 'tag')} options={selectionKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))} />
      {kind === 'tag' ? <TextField label={t('tag')} name="tag" maxLength={64} error={error} /> : null}
      {kind === 'created' ? (
        <div className="rt-two">
          <TextField label={t('from')} name="from" type="date" error={error} />
          <TextField label={t('to')} name="to" type="date" hint={t('toHint')} />
        </div>
      ) : null}
      {kind === 'ids' ? <WordsField label={t('ids')} name="ids" hint={t('idsHint')} className="mono" error={error} spellCheck={false} /> : null}
      {kind === 'tenant' ? <SelectField label={t('delay')} name="delay" defaultValue={String(DELETION_MOST_DELAY_DAYS)} hint={t('delayHint')} options={Array.from({ length: DELETION_MOST_DELAY_DAYS + 1 }, (_, days) => ({ value: String(days), label: t('delayDays', { days }) }))} /> : null}
    </>
  );
};
