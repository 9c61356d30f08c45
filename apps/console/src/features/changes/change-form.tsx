'use client';
import { api, changeUrgencies, type ChangeUrgency, declaredSettings, type EarliestChange } from '@inkproof/contract';
import { Bar, Button, SelectField, TextField, Tick, WordsField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { browserApi } from '../../browser-api';
import { ProblemBar } from '../faults/problem-bar';
import { useSend } from '../faults/use-send';
import { forgetBegun, keepBegun, type Begun } from './draft';
import { instantOf } from '../../words/wall-clock';
import { MonthCalendar } from './month-calendar';
import { plannedOf, type Subjects } from './planned-of';
import { SubjectFields } from './subject-fields';

export interface FormProps {
  earliest: EarliestChange;
  subjects: Subjects;
  /** Of whom this browser keeps what was begun. */
  whose: string;
}

/** What, why, and when, with the days that have to pass laid out. */
export const ChangeForm = ({ earliest, subjects, whose, begun }: FormProps & { begun: Partial<Begun> }) => {
  const t = useTranslations('changes');
  const router = useRouter();
  const { busy, problem, send } = useSend();
  const options = [...subjects.keys.map(({ id, label }) => ({ value: id as string, label: t('form.key', { label }) })), ...subjects.webhooks.map(({ id, label }) => ({ value: id as string, label: t('form.webhook', { label }) })), ...declaredSettings.map((setting) => ({ value: setting as string, label: t('form.planOf', { setting: t(`setting.${setting}`) }) }))];
  const [subject, setSubject] = useState(options.find(({ value }) => value === begun.subject)?.value ?? options[0]!.value);
  const [urgency, setUrgency] = useState<ChangeUrgency>(begun.urgency ?? 'planned');
  // The days went on since it was begun.
  const [day, setDay] = useState(begun.day && earliest.earliest_day && begun.day > earliest.earliest_day ? begun.day : (earliest.earliest_day ?? ''));
  const [missing, setMissing] = useState<'change' | 'reason' | 'contact' | 'day' | null>(null);
  const [waives, setWaives] = useState(begun.waives ?? false);
  const form = useRef<HTMLFormElement>(null);
  const isBegun = useRef(begun.fields !== undefined);
  const keep = () => {
    if (isBegun.current && form.current) keepBegun(whose, { subject, urgency, day, waives, fields: Object.fromEntries([...new FormData(form.current)].map(([name, value]) => [name, String(value)])) });
  };
  useEffect(keep);
  const begin = () => {
    isBegun.current = true;
    keep();
  };
  const typed = begun.fields ?? {};
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const [reason, contact, waiver, at] = ['reason', 'contact', 'waiver', 'at'].map((name) => String(fields.get(name) ?? '').trim()) as [string, string, string, string];
    const change = plannedOf(subject, fields, subjects);
    const lacks = !change ? 'change' : !reason ? 'reason' : !contact ? 'contact' : urgency === 'planned' && !(waives ? at && waiver : day) ? 'day' : null;
    setMissing(lacks);
    if (lacks || !change) return;
    const when = urgency === 'urgent' ? {} : waives ? { effective_at: instantOf(at), waiver } : { effective_at: instantOf(`${day}T${String(fields.get('hour'))}`) };
    void send(async () => {
      const { id } = await browserApi(api.changes.create, { body: { urgency, change, reason, contact, ...when } });
      isBegun.current = false;
      forgetBegun(whose);
      router.push(`/changes/${id}`);
    });
  };
  return (
    <form ref={form} className="ch-form" method="post" noValidate onSubmit={submit} onInput={begin}>
      <ProblemBar problem={problem} />
      <SelectField label={t('form.what')} value={subject} onChange={(event) => setSubject(event.target.value)} options={options} />
      <SubjectFields key={subject} subject={subject} subjects={subjects} typed={subject === begun.subject ? typed : {}} missing={missing === 'change'} />
      <WordsField label={t('form.reason')} name="reason" defaultValue={typed['reason']} rows={3} maxLength={2_000} error={missing === 'reason' && t('form.reasonMissing')} />
      <TextField label={t('form.contact')} name="contact" defaultValue={typed['contact']} maxLength={200} hint={t('form.contactHint')} error={missing === 'contact' && t('form.contactMissing')} autoComplete="off" />
      <fieldset className="fs">
        <legend className="h3">{t('form.when')}</legend>
        {changeUrgencies.map((one) => (
          <Tick key={one} type="radio" name="urgency" checked={urgency === one} onChange={() => setUrgency(one)}>
            {t(`urgency.${one}`)} <span className="dim">{t(`urgencyNote.${one}`)}</span>
          </Tick>
        ))}
      </fieldset>
      {urgency === 'planned' ? (
        <>
          {earliest.earliest_day === null ? <Bar tone="zhe" title={t('calendar.unknownTitle', { year: String(earliest.unknown_year) })}>{t('calendar.unknownBody')}</Bar> : <p className="s13">{t.rich('calendar.earliest', { day: earliest.earliest_day, b: (words) => <b>{words}</b> })}</p>}
          <MonthCalendar earliest={earliest} chosen={waives ? '' : day} onChoose={setDay} />
          {waives || !earliest.earliest_day ? null : <TextField label={t('form.hour', { day })} name="hour" type="time" defaultValue={typed['hour'] ?? '00:00'} />}
          <Tick checked={waives} onChange={(event) => setWaives(event.target.checked)}>
            {t('form.waives')} <span className="dim">{t('form.waivesNote')}</span>
          </Tick>
          {waives ? (
            <>
              <TextField label={t('form.at')} name="at" type="datetime-local" defaultValue={typed['at']} />
              <WordsField label={t('form.waiver')} name="waiver" defaultValue={typed['waiver']} rows={2} maxLength={1_000} />
            </>
          ) : null}
          {missing === 'day' ? (
            <p className="err" role="alert">
              {t('form.dayMissing')}
            </p>
          ) : null}
        </>
      ) : (
        <Bar title={t('urgentTitle')}>{t('urgentBody')}</Bar>
      )}
      <div className="row">
        <Button type="submit" tone="ink" busy={busy}>
          {t('form.file')}
        </Button>
      </div>
    </form>
  );
};
