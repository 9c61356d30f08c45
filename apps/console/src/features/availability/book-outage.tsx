'use client';
import { api, causeOf, causesOfOneTenant, evidenceFor, outageOrigins, type EvidenceKind, type Outage, type OutageClue, type OutageOrigin } from '@inkproof/contract';
import { SelectField, TextField, WordsField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { browserApi } from '../../browser-api';
import { ActDialog, type Work } from '../dialogs/act-dialog';
import { useClueWords } from './clue-words';
import { momentIn } from './component-choice';

const withoutReference: readonly EvidenceKind[] = ['text', 'probe'];

/** Puts an outage, or a part of it, down to a cause, with what proves it. Only what can be is offered. */
export const BookOutage = ({ outage, clues }: { outage: Outage; clues: readonly OutageClue[] }) => {
  const t = useTranslations('availability');
  const common = useTranslations('common');
  const clueWords = useClueWords();
  const offered = outageOrigins.filter((origin) => outage.tenant !== null || !(causesOfOneTenant as readonly string[]).includes(causeOf[origin]));
  const [origin, setOrigin] = useState<OutageOrigin>('fault');
  const kinds = evidenceFor[causeOf[origin]] as readonly EvidenceKind[];
  const [chosen, setKind] = useState<EvidenceKind>('text');
  const kind = kinds.includes(chosen) ? chosen : kinds[0]!;
  const [missing, setMissing] = useState<'reference' | 'words' | 'reason' | null>(null);
  const book = (fields: FormData): Work | false => {
    const [words, reason, reference] = ['words', 'reason', 'reference'].map((name) => String(fields.get(name) ?? '').trim()) as [string, string, string];
    const lacks = !withoutReference.includes(kind) && !reference ? 'reference' : !words ? 'words' : !reason ? 'reason' : null;
    setMissing(lacks);
    if (lacks) return false;
    const [from, until] = [momentIn(fields, 'from'), momentIn(fields, 'until')];
    return () => browserApi(api.adminAvailability.book, { params: { id: outage.id }, body: { origin, evidence: { kind, words, ...(reference && { reference }) }, reason, ...(from && { from }), ...(until && { until }) } });
  };
  return (
    <ActDialog label={t('book.act')} title={t('book.title')} look={{ tone: 'ink' }} done={t('book.done')} onSubmit={book}>
      <SelectField label={t('book.origin')} name="origin" value={origin} onChange={(event) => setOrigin(event.target.value as OutageOrigin)} options={offered.map((value) => ({ value, label: `${t(`standing.${causeOf[value]}`)} · ${t(`origin.${value}`)}` }))} hint={t('book.originHint')} />
      <SelectField label={t('book.evidence')} name="kind" value={kind} onChange={(event) => setKind(event.target.value as EvidenceKind)} options={kinds.map((value) => ({ value, label: t(`evidence.${value}`) }))} />
      {kind === 'notice' && clues.length ? (
        <SelectField label={t('book.clue')} name="reference" options={clues.map((clue) => ({ value: clue.reference, label: clueWords(clue) }))} hint={t('book.clueHint')} error={missing === 'reference' && t('book.referenceMissing')} />
      ) : (
        <TextField label={t('book.reference')} name="reference" maxLength={200} autoComplete="off" error={missing === 'reference' && t('book.referenceMissing')} {...(withoutReference.includes(kind) && { optional: common('optional') })} />
      )}
      <WordsField label={t('book.words')} name="words" maxLength={2_000} error={missing === 'words' && t('book.wordsMissing')} />
      <WordsField label={t('book.reason')} name="reason" rows={2} maxLength={2_000} hint={t('book.reasonHint')} error={missing === 'reason' && t('book.reasonMissing')} />
      <TextField label={t('book.from')} name="from" type="datetime-local" step="1" optional={common('optional')} />
      <TextField label={t('book.until')} name="until" type="datetime-local" step="1" optional={common('optional')} />
    </ActDialog>
  );
};
