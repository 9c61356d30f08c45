'use client';
import { api, incidentStates, type Incident, type IncidentState } from '@inkproof/contract';
import { SelectField, TextField, Tick, WordsField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { browserApi } from '../../browser-api';
import { ActDialog, type Work } from '../dialogs/act-dialog';

const read = (fields: FormData, names: readonly string[]): string[] => names.map((name) => String(fields.get(name)).trim());

/** Tells the public of an incident. */
export const OpenIncident = ({ components }: { components: readonly { value: string; label: string }[] }) => {
  const t = useTranslations('availability.incident');
  const [isMissing, setMissing] = useState(false);
  const open = (fields: FormData): Work | false => {
    const [titleZh, titleEn, zh, en] = read(fields, ['titleZh', 'titleEn', 'zh', 'en']) as [string, string, string, string];
    const chosen = components.filter(({ value }) => fields.get(`c_${value}`)).map(({ value }) => value);
    const lacks = !titleZh || !titleEn || !zh || !en || !chosen.length;
    setMissing(lacks);
    return lacks ? false : () => browserApi(api.adminAvailability.openIncident, { body: { title: { zh: titleZh, en: titleEn }, words: { zh, en }, components: chosen } });
  };
  return (
    <ActDialog label={t('open')} title={t('open')} done={t('opened')} onSubmit={open}>
      <p>{t('openBody')}</p>
      <TextField label={t('titleZh')} name="titleZh" lang="zh-CN" maxLength={120} error={isMissing && t('missing')} />
      <TextField label={t('titleEn')} name="titleEn" lang="en" maxLength={120} />
      <WordsField label={t('wordsZh')} name="zh" lang="zh-CN" maxLength={4_000} />
      <WordsField label={t('wordsEn')} name="en" lang="en" maxLength={4_000} />
      <fieldset className="fs">
        <legend>{t('components')}</legend>
        {components.map(({ value, label }) => (
          <Tick key={value} name={`c_${value}`}>{label}</Tick>
        ))}
      </fieldset>
    </ActDialog>
  );
};

/** Says how an incident stands. */
export const UpdateIncident = ({ id, state }: { id: Incident['id']; state: IncidentState }) => {
  const t = useTranslations('availability.incident');
  const [isMissing, setMissing] = useState(false);
  const update = (fields: FormData): Work | false => {
    const [next, zh, en] = read(fields, ['state', 'zh', 'en']) as [IncidentState, string, string];
    setMissing(!zh || !en);
    return zh && en ? () => browserApi(api.adminAvailability.updateIncident, { params: { id }, body: { state: next, words: { zh, en } } }) : false;
  };
  return (
    <ActDialog label={t('update')} title={t('update')} look={{ size: 's' }} done={t('updated')} onSubmit={update}>
      <SelectField label={t('stateLabel')} name="state" defaultValue={state} options={incidentStates.map((value) => ({ value, label: t(`state.${value}`) }))} />
      <WordsField label={t('wordsZh')} name="zh" lang="zh-CN" maxLength={4_000} error={isMissing && t('missing')} />
      <WordsField label={t('wordsEn')} name="en" lang="en" maxLength={4_000} />
    </ActDialog>
  );
};
