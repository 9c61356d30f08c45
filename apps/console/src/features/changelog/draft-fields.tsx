'use client';
import { changelogKinds, type EditedEntry } from '@inkproof/contract';
import { SelectField, TextField, WordsField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { localOf } from '../../words/wall-clock';
import type { DraftFault } from './read-draft';

/** What an entry says, in both languages, and what it is about. */
export const DraftFields = ({ entry, missing }: { entry?: EditedEntry; missing: DraftFault | null }) => {
  const t = useTranslations('changelog');
  const [kind, setKind] = useState<string>(entry?.kind ?? 'added');
  const errorOf = (name: DraftFault) => missing === name && t('missing');
  return (
    <>
      <SelectField label={t('field.kind')} name="kind" value={kind} onChange={(event) => setKind(event.target.value)} options={changelogKinds.map((value) => ({ value, label: t(`kind.${value}`) }))} />
      {kind === 'deprecated' ? null : <SelectField label={t('field.compatible')} name="compatible" defaultValue={entry && !entry.compatible ? 'no' : 'yes'} hint={t('hint.compatible')} options={[{ value: 'yes', label: t('compatible') }, { value: 'no', label: t('incompatible') }]} />}
      <div className="cl-pair">
        <TextField label={t('field.title_zh')} name="title_zh" maxLength={120} autoComplete="off" defaultValue={entry?.title.zh} error={errorOf('title_zh')} />
        <TextField label={t('field.title_en')} name="title_en" maxLength={120} autoComplete="off" defaultValue={entry?.title.en} error={errorOf('title_en')} />
        <WordsField label={t('field.words_zh')} name="words_zh" rows={5} maxLength={4_000} defaultValue={entry?.words.zh} error={errorOf('words_zh')} />
        <WordsField label={t('field.words_en')} name="words_en" rows={5} maxLength={4_000} defaultValue={entry?.words.en} error={errorOf('words_en')} />
      </div>
      <WordsField label={t('field.calls')} name="calls" rows={2} className="mono" spellCheck={false} hint={t('hint.calls')} defaultValue={entry?.calls.join('\n')} />
      <div className="cl-pair">
        <TextField label={t(kind === 'deprecated' ? 'discouragedFrom' : 'effective')} name="effective_at" type="datetime-local" hint={t('hint.shanghai')} defaultValue={entry && localOf(entry.effective_at)} error={errorOf('effective_at')} />
        {kind === 'deprecated' ? <TextField label={t('ends')} name="sunset_at" type="datetime-local" hint={t('hint.sunset')} defaultValue={entry?.sunset_at ? localOf(entry.sunset_at) : undefined} error={errorOf('sunset_at')} /> : null}
      </div>
      {kind === 'deprecated' ? <TextField label={t('instead')} name="successor" className="mono" spellCheck={false} autoComplete="off" defaultValue={entry?.successor ?? undefined} /> : null}
    </>
  );
};
