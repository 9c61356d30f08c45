'use client';
import { mediaKinds, methodsFor, techniquesFor, verificationsFor, type DisposalMethod, type DisposalTechnique, type MediaDisposal, type MediaKind } from '@inkproof/contract';
import { SelectField, TextField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useState, type ReactNode } from 'react';
import type { DisposalFault } from './read-disposal';

const held = <Value extends string>(values: readonly Value[], wanted: string): Value => values.find((value) => value === wanted) ?? values[0]!;

/** What the medium is and what was done to it. Only what does something to such a medium can be chosen. */
export const MediumFields = ({ entry, missing }: { entry: MediaDisposal | null; missing: (name: DisposalFault) => ReactNode }) => {
  const t = useTranslations('disposals');
  const [kind, setKind] = useState<MediaKind>(entry?.kind ?? 'hard_disk');
  const [wantedMethod, setMethod] = useState<DisposalMethod>(entry?.method ?? 'destroy');
  const [wantedTechnique, setTechnique] = useState<DisposalTechnique>(entry?.technique ?? 'shred');
  const method = held(methodsFor(kind), wantedMethod);
  const technique = held(techniquesFor(kind, method), wantedTechnique);
  return (
    <>
      <SelectField label={t('field.kind')} name="kind" value={kind} onChange={(event) => setKind(held(mediaKinds, event.target.value))} options={mediaKinds.map((value) => ({ value, label: t(`kind.${value}`) }))} />
      <div className="dp-two">
        <TextField label={t('field.make')} name="make" maxLength={120} defaultValue={entry?.make} error={missing('make')} />
        <TextField label={t('field.serial')} name="serial" maxLength={120} className="mono" spellCheck={false} defaultValue={entry?.serial} error={missing('serial')} />
      </div>
      <TextField label={t('field.place')} name="place" maxLength={200} defaultValue={entry?.place} hint={t('hint.place')} error={missing('place')} />
      <div className="dp-two">
        <SelectField label={t('field.method')} name="method" value={method} onChange={(event) => setMethod(held(methodsFor(kind), event.target.value))} options={methodsFor(kind).map((value) => ({ value, label: t(`method.${value}`) }))} hint={t(`hint.${method}`)} />
        <SelectField label={t('field.technique')} name="technique" value={technique} onChange={(event) => setTechnique(held(techniquesFor(kind, method), event.target.value))} options={techniquesFor(kind, method).map((value) => ({ value, label: t(`technique.${value}`) }))} />
      </div>
      <div className="dp-two">
        <TextField label={t('field.sanitised_at')} name="sanitised_at" type="datetime-local" hint={t('hint.sanitised_at')} error={missing('sanitised_at')} />
        <SelectField label={t('field.verified_by')} name="verified_by" options={verificationsFor(method, technique).map((value) => ({ value, label: t(`verification.${value}`) }))} />
      </div>
    </>
  );
};
