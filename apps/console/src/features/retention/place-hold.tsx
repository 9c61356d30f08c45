'use client';
import { api, holdScopes, type HoldScope } from '@inkproof/contract';
import { SelectField, TextField, WordsField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { browserApi } from '../../browser-api';
import { ActDialog, type Work } from '../dialogs/act-dialog';
import { TenantField } from '../tenants/tenant-field';
import { readTenantChoice } from '../tenants/read-tenant-choice';
import { readObjects } from './read-objects';
import { textIn } from '../dialogs/text-of';

type Fault = 'tenant' | 'subject' | 'objects' | 'reference' | 'reason';

/** Holds a tenant's things from this instant on. */
export const PlaceHold = () => {
  const t = useTranslations('retention.holds');
  const [scope, setScope] = useState<HoldScope>('object');
  const [wrong, setWrong] = useState<Fault | null>(null);
  const needsObjects = scope === 'object' || scope === 'case';
  const place = (fields: FormData): Work | false => {
    const [subject, objects, reference, reason] = [textIn(fields, 'subject'), readObjects(fields), textIn(fields, 'reference'), textIn(fields, 'reason')];
    const tenant = readTenantChoice(fields);
    const fault: Fault | null = !tenant ? 'tenant' : scope === 'subject' && !subject ? 'subject' : needsObjects && !objects ? 'objects' : !reference ? 'reference' : !reason ? 'reason' : null;
    setWrong(fault);
    if (fault || !tenant || !reference || !reason) return false;
    return () => browserApi(api.holds.place, { body: { tenant, scope, reference, reason, ...(scope === 'subject' && { subject }), ...(needsObjects && { objects }) } });
  };
  return (
    <ActDialog label={t('place')} title={t('placeTitle')} look={{ tone: 'ink', icon: 'plus' }} done={t('placeDone')} onSubmit={place}>
      <TenantField isMissing={wrong === 'tenant'} />
      <SelectField label={t('scope')} value={scope} onChange={(event) => setScope(holdScopes.find((one) => one === event.target.value) ?? 'object')} options={holdScopes.map((value) => ({ value, label: t(`scopes.${value}`) }))} />
      {scope === 'subject' ? <TextField label={t('subject')} name="subject" maxLength={200} hint={t('subjectHint')} error={wrong === 'subject' && t('subjectMissing')} /> : null}
      {needsObjects ? <WordsField label={t('objects')} name="objects" className="mono" spellCheck={false} hint={t('objectsHint')} error={wrong === 'objects' && t('objectsWrong')} /> : null}
      <TextField label={t('reference')} name="reference" maxLength={120} hint={t('referenceHint')} error={wrong === 'reference' && t('referenceMissing')} />
      <WordsField label={t('reason')} name="reason" maxLength={500} hint={t('reasonHint')} error={wrong === 'reason' && t('reasonMissing')} />
    </ActDialog>
  );
};
