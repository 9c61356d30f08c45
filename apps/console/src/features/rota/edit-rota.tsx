'use client';
import { api, type Rota } from '@inkproof/contract';
import { DAY_MS } from '@inkproof/kernel';
import { Bar, Button, Section, SelectField, TextField } from '@inkproof/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { browserApi } from '../../browser-api';
import { useAct } from '../dialogs/use-act';
import { ProblemBar } from '../faults/problem-bar';
import { PersonField } from './person-field';
import { draftOf, EVERY_DAY, planOf } from './plan-of';
import { RotaRows } from './rota-rows';

/** A Monday, to name the days of a week by. */
const MONDAY = Date.UTC(2024, 0, 1);

/** Says anew who is on call, as a whole. */
export const EditRota = ({ rota }: { rota: Rota }) => {
  const t = useTranslations('rota');
  const format = useFormatter();
  const { busy, problem, act } = useAct();
  const [draft, setDraft] = useState(() => draftOf(rota));
  const [isAsked, setAsked] = useState(false);
  const plan = planOf(draft);
  const me = rota.staff[0]?.id ?? '';
  const weekdays = [{ value: String(EVERY_DAY), label: t('everyDay') }, ...Array.from({ length: 7 }, (_, at) => ({ value: String(at + 1), label: format.dateTime(new Date(MONDAY + at * DAY_MS), { weekday: 'long', timeZone: 'UTC' }) }))];
  const save = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (plan) void act(() => browserApi(api.rota.set, { body: plan }), t('saved'));
  };
  return (
    <Section title={t('edit')}>
      <form className="rt-form" onSubmit={save}>
        <RotaRows title={t('shifts')} hint={t('shiftsHint')} add={t('addShift')} remove={t('removeShift')} rows={draft.shifts} blank={{ person: me, weekday: EVERY_DAY, from: '09:00', to: '21:00' }} onRows={(shifts) => setDraft({ ...draft, shifts })}>
          {(shift, change) => (
            <>
              <PersonField staff={rota.staff} value={shift.person} onChoose={(person) => change({ person })} />
              <SelectField label={t('weekday')} value={String(shift.weekday)} options={weekdays} onChange={(event) => change({ weekday: Number(event.target.value) })} />
              <TextField label={t('from')} type="time" value={shift.from} onChange={(event) => change({ from: event.target.value })} />
              <TextField label={t('to')} type="time" value={shift.to} onChange={(event) => change({ to: event.target.value })} />
            </>
          )}
        </RotaRows>
        <RotaRows title={t('covers')} hint={t('coversHint')} add={t('addCover')} remove={t('removeCover')} rows={draft.covers} blank={{ person: me, from: '', to: '' }} onRows={(covers) => setDraft({ ...draft, covers })}>
          {(cover, change) => (
            <>
              <PersonField staff={rota.staff} value={cover.person} onChoose={(person) => change({ person })} />
              <TextField label={t('from')} type="datetime-local" value={cover.from} onChange={(event) => change({ from: event.target.value })} />
              <TextField label={t('to')} type="datetime-local" value={cover.to} onChange={(event) => change({ to: event.target.value })} />
            </>
          )}
        </RotaRows>
        <RotaRows title={t('chain')} hint={t('chainHint')} add={t('addLevel')} remove={t('removeLevel')} rows={draft.chain} blank={{ person: me, minutes: '10' }} onRows={(chain) => setDraft({ ...draft, chain })}>
          {(level, change) => (
            <>
              <PersonField staff={rota.staff} value={level.person} onChoose={(person) => change({ person })} />
              <TextField label={t('minutes')} type="number" min={1} max={1_440} value={level.minutes} onChange={(event) => change({ minutes: event.target.value })} />
            </>
          )}
        </RotaRows>
        {isAsked && !plan ? <Bar tone="zhu" title={t('notWhole')} live="assertive" /> : null}
        <ProblemBar problem={problem} />
        <Button tone="ink" type="submit" busy={busy}>
          {t('save')}
        </Button>
      </form>
    </Section>
  );
};
