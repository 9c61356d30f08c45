'use client';
import { components, LEAD_HOURS, maintenanceImpacts, maintenanceKinds, type MaintenanceWindow } from '@inkproof/contract';
import { SelectField, TextField, Tick, WordsField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { localOf } from '../../words/wall-clock';
import type { WindowFault } from './read-window';

interface WindowFieldsProps {
  window?: MaintenanceWindow;
  plans: readonly string[];
  missing: WindowFault | null;
}

/** What a window says in both languages, what it does to what and when, and how to get back. */
export const WindowFields = ({ window, plans, missing }: WindowFieldsProps) => {
  const t = useTranslations('maintenance');
  const common = useTranslations('common');
  const [kind, setKind] = useState<string>(window?.kind ?? 'planned');
  const errorOf = (name: WindowFault) => missing === name && t('form.missing');
  const impactOf = (component: string) => window?.impacts.find((one) => one.component === component)?.impact ?? 'none';
  return (
    <>
      <SelectField label={t('kindOf')} name="kind" value={kind} onChange={(event) => setKind(event.target.value)} hint={t(kind === 'planned' ? 'form.plannedHint' : 'form.emergencyHint', { hours: LEAD_HOURS })} options={maintenanceKinds.map((value) => ({ value, label: t(`kind.${value}`) }))} />
      <div className="mt-pair">
        <TextField label={t('form.title_zh')} name="title_zh" maxLength={120} autoComplete="off" defaultValue={window?.title.zh} error={errorOf('title_zh')} />
        <TextField label={t('form.title_en')} name="title_en" maxLength={120} autoComplete="off" defaultValue={window?.title.en} error={errorOf('title_en')} />
        <WordsField label={t('form.text_zh')} name="text_zh" maxLength={4_000} defaultValue={window?.text.zh} error={errorOf('text_zh')} />
        <WordsField label={t('form.text_en')} name="text_en" maxLength={4_000} defaultValue={window?.text.en} error={errorOf('text_en')} />
        <TextField label={t('form.starts_at')} name="starts_at" type="datetime-local" hint={t('shanghai')} defaultValue={window && localOf(window.starts_at)} error={errorOf('starts_at')} />
        <TextField label={t('form.ends_at')} name="ends_at" type="datetime-local" hint={t('shanghai')} defaultValue={window && localOf(window.ends_at)} error={missing === 'order' ? t('form.order') : errorOf('ends_at')} />
      </div>
      <fieldset className="mt-set">
        <legend>{t('impacts')}</legend>
        {missing === 'impacts' ? <p className="err">{t('form.untouched')}</p> : null}
        <div className="mt-pair">
          {components.map((component) => (
            <SelectField key={component} label={t(`component.${component}`)} name={`impact_${component}`} defaultValue={impactOf(component)} options={maintenanceImpacts.map((value) => ({ value, label: t(`impact.${value}`) }))} />
          ))}
        </div>
      </fieldset>
      <fieldset className="mt-set">
        <legend>{t('form.plans')}</legend>
        <p className="hint">{t('form.plansHint')}</p>
        <div className="row wrap">
          {plans.map((plan) => (
            <Tick key={plan} name="plans" value={plan} defaultChecked={window?.plans.includes(plan)}>
              {plan}
            </Tick>
          ))}
        </div>
      </fieldset>
      <WordsField label={t('reason')} name="reason" rows={2} maxLength={500} defaultValue={window?.reason ?? undefined} hint={t('form.reasonHint', { hours: LEAD_HOURS })} optional={kind === 'planned' ? common('optional') : undefined} />
      <WordsField label={t('rollback')} name="rollback_plan" maxLength={4_000} defaultValue={window?.rollback_plan} hint={t('form.rollbackHint')} error={errorOf('rollback_plan')} />
      <div className="col">
        <Tick name="begins_by_itself" defaultChecked={window?.begins_by_itself ?? true}>
          {t('form.begins')}
        </Tick>
        <Tick name="ends_by_itself" defaultChecked={window?.ends_by_itself ?? false}>
          {t('form.ends')}
        </Tick>
      </div>
    </>
  );
};
