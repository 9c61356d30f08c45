'use client';
import { api, type MaintenanceAct, type MaintenanceWindow } from '@inkproof/contract';
import { TextField, Tick, WordsField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { browserApi } from '../../browser-api';
import { ActDialog, type Work } from '../dialogs/act-dialog';
import { WriteWindow } from './plan-acts';
import { instantOf, localOf } from '../../words/wall-clock';
import { textOf } from '../dialogs/text-of';

type Name = MaintenanceAct['act'];

interface ActProps {
  window: MaintenanceWindow;
  act: Name;
}

/** One act on a window, with what is to be said of it. */
const Act = ({ window: { id, kind, ends_at, impacts }, act }: ActProps) => {
  const t = useTranslations('maintenance.act');
  const words = useTranslations('maintenance');
  const common = useTranslations('common');
  const [isMissing, setMissing] = useState(false);
  const away = impacts.filter(({ impact }) => impact === 'unavailable').map(({ component }) => component);
  const submit = (fields: FormData): Work | false => {
    const said = textOf(fields, 'words');
    const lacks = (act === 'cancel' && !said) || (act === 'extend' && !textOf(fields, 'ends_at'));
    setMissing(lacks);
    if (lacks) return false;
    const body: MaintenanceAct =
      act === 'publish' ? { act, ...(said && { reason: said }) }
      : act === 'extend' ? { act, ends_at: instantOf(textOf(fields, 'ends_at')), ...(said && { words: said }) }
      : act === 'verify' ? { act, restored: away.filter((name) => fields.getAll('restored').includes(name)), ...(said && { words: said }) }
      : act === 'cancel' ? { act, words: said }
      : { act, ...(said && { words: said }) };
    return () => browserApi(api.adminMaintenance.act, { params: { id }, body });
  };
  const how = act === 'publish' && kind === 'emergency' ? 'announce' : act;
  return (
    <ActDialog label={t(`${how}.label`)} title={t(`${how}.label`)} look={{ tone: act === 'cancel' ? 'zhu' : act === 'publish' || act === 'complete' || act === 'start' ? 'ink' : undefined }} done={t(`${how}.done`)} onSubmit={submit}>
      <p className="sub">{t(`${how}.body`)}</p>
      {act === 'extend' ? <TextField label={words('form.ends_at')} name="ends_at" type="datetime-local" hint={words('shanghai')} defaultValue={localOf(ends_at)} error={isMissing && words('form.missing')} /> : null}
      {act === 'verify' && away.length ? (
        <fieldset className="mt-set">
          <legend>{t('back')}</legend>
          {away.map((name) => (
            <Tick key={name} name="restored" value={name}>
              {words(`component.${name}`)}
            </Tick>
          ))}
        </fieldset>
      ) : null}
      <WordsField label={t(act === 'publish' ? 'forSecond' : 'words')} name="words" rows={3} maxLength={act === 'publish' ? 500 : 1_000} optional={act === 'cancel' ? undefined : common('optional')} error={act === 'cancel' && isMissing && words('form.missing')} />
    </ActDialog>
  );
};

const acts: Record<MaintenanceWindow['state'], readonly Name[]> = { draft: ['cancel', 'publish'], scheduled: ['cancel'], in_progress: ['extend', 'verify', 'complete'], verifying: ['resume', 'extend', 'complete'], completed: [], cancelled: [] };

interface WindowActsProps {
  window: MaintenanceWindow;
  plans: readonly string[];
  /** Its start has come, and it waits for a person. */
  mayStart: boolean;
  /** A second person is asked already. */
  isWaiting: boolean;
}

/** What a person may do with a window as it stands. */
export const WindowActs = ({ window, plans, mayStart, isWaiting }: WindowActsProps) => (
  <span className="row wrap">
    {window.state === 'draft' || window.state === 'scheduled' ? <WriteWindow window={window} plans={plans} /> : null}
    {acts[window.state].filter(() => !(isWaiting && window.state === 'draft')).map((act) => <Act key={act} window={window} act={act} />)}
    {mayStart ? <Act window={window} act="start" /> : null}
  </span>
);
