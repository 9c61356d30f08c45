'use client';
import { api, identityMethods, type SubjectRequest } from '@inkproof/contract';
import { Button, SelectField, TextField, useToast, WordsField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { browserApi } from '../../browser-api';
import { useProblemToast } from '../faults/use-problem-toast';
import { useSend } from '../faults/use-send';
import { ActDialog, type Work } from '../dialogs/act-dialog';
import { textIn } from '../dialogs/text-of';

type Actable = Pick<SubjectRequest, 'id' | 'state' | 'clock' | 'identity' | 'subject_known' | 'tasks'>;

/** What may be done with a request as it stands: check who asks, begin, take more time, answer, refuse. */
export const RequestActs = ({ id, state, clock, identity, subject_known: subjectKnown, tasks }: Actable) => {
  const t = useTranslations('requests.act');
  const common = useTranslations('common');
  const [router, say] = [useRouter(), useToast()];
  const { busy, problem, send } = useSend();
  useProblemToast(problem);
  const [missing, setMissing] = useState<string | null>(null);
  const params = { id };
  const begin = async () => {
    if (!(await send(() => browserApi(api.subjectRequests.begin, { params })))) return;
    say(t('begun'));
    router.refresh();
  };
  /** Names the field when it is empty. */
  const needing = (fields: FormData, name: string, work: (value: string) => Promise<unknown>): Work | false => {
    const value = textIn(fields, name);
    setMissing(value === undefined ? name : null);
    return value === undefined ? false : () => work(value);
  };
  const left = tasks.filter((task) => task.state === 'open').length;
  const waitsForReference = tasks.some((task) => task.by_itself && task.state === 'open');
  return (
    <div className="row wrap">
      <ActDialog label={t('identify')} title={t('identifyTitle')} look={identity ? {} : { tone: 'ink' }} done={t('identified')} onSubmit={(fields) => () => browserApi(api.subjectRequests.identify, { params, body: { method: identityMethods.find((one) => one === fields.get('method')) ?? 'other', note: textIn(fields, 'note'), subject: textIn(fields, 'subject') } })}>
        <SelectField label={t('method')} name="method" options={identityMethods.map((value) => ({ value, label: t(`methods.${value}`) }))} />
        <TextField label={t('subject')} name="subject" maxLength={128} hint={t(subjectKnown ? 'subjectKnown' : 'subjectHint')} optional={common('optional')} />
        <WordsField label={t('note')} name="note" maxLength={1000} optional={common('optional')} />
      </ActDialog>
      {identity && (state === 'identified' || (waitsForReference && subjectKnown)) ? (
        <Button tone="ink" busy={busy} onClick={() => void begin()}>
          {t('begin')}
        </Button>
      ) : null}
      {clock.extended || clock.overdue ? null : (
        <ActDialog label={t('extend')} title={t('extendTitle')} done={t('extended')} onSubmit={(fields) => needing(fields, 'reason', (reason) => browserApi(api.subjectRequests.extend, { params, body: { days: Number(fields.get('days')), reason } }))}>
          <SelectField label={t('days')} name="days" options={['15', '30', '60'].map((value) => ({ value, label: t('daysCount', { days: Number(value) }) }))} />
          <WordsField label={t('reason')} name="reason" maxLength={1000} hint={t('told')} error={missing === 'reason' && t('reasonMissing')} />
        </ActDialog>
      )}
      {state === 'in_progress' && left === 0 ? (
        <ActDialog label={t('answer')} title={t('answerTitle')} look={{ tone: 'ink' }} done={t('answered')} onSubmit={(fields) => () => browserApi(api.subjectRequests.answer, { params, body: { outcome: 'answered', words: textIn(fields, 'words') } })}>
          <WordsField label={t('words')} name="words" maxLength={4000} hint={t('told')} optional={common('optional')} />
        </ActDialog>
      ) : null}
      <ActDialog label={t('refuse')} title={t('refuseTitle')} look={{ tone: 'zhu' }} done={t('refused')} onSubmit={(fields) => needing(fields, 'reason', (reason) => browserApi(api.subjectRequests.answer, { params, body: { outcome: 'refused', reason } }))}>
        <WordsField label={t('reason')} name="reason" maxLength={1000} hint={t('refuseHint')} error={missing === 'reason' && t('reasonMissing')} />
      </ActDialog>
    </div>
  );
};
