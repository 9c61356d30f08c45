'use client';
import { api, type RequestTask, type SubjectRequest } from '@inkproof/contract';
import { TextField, WordsField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { browserApi } from '../../browser-api';
import { ActDialog, type Work } from '../dialogs/act-dialog';
import { textIn } from '../dialogs/text-of';

const erasing: readonly RequestTask['kind'][] = ['erase_results', 'erase_material'];

/** A task was done, or is not needed. What erases here is done by it. */
export const TaskActs = ({ id, task, kind }: { id: SubjectRequest['id']; task: RequestTask['id']; kind: RequestTask['kind'] }) => {
  const t = useTranslations('requests.task');
  const common = useTranslations('common');
  const [missing, setMissing] = useState(false);
  const params = { id, task };
  const erases = erasing.includes(kind);
  const skip = (fields: FormData): Work | false => {
    const note = textIn(fields, 'note');
    setMissing(note === undefined);
    return note === undefined ? false : () => browserApi(api.subjectRequests.settle, { params, body: { state: 'not_needed', note } });
  };
  return (
    <span className="row">
      <ActDialog label={t(erases ? 'erase' : 'done')} title={t(erases ? 'eraseTitle' : 'doneTitle')} look={{ size: 's' }} done={t('settled')} onSubmit={(fields) => () => browserApi(api.subjectRequests.settle, { params, body: { state: 'done', note: textIn(fields, 'note'), certificate: textIn(fields, 'certificate') } })}>
        {erases ? <p>{t('eraseHint')}</p> : null}
        <WordsField label={t('note')} name="note" maxLength={1000} optional={common('optional')} />
        {erases ? null : <TextField label={t('certificate')} name="certificate" maxLength={64} hint={t('certificateHint')} optional={common('optional')} />}
      </ActDialog>
      <ActDialog label={t('skip')} title={t('skipTitle')} look={{ size: 's' }} done={t('settled')} onSubmit={skip}>
        <WordsField label={t('why')} name="note" maxLength={1000} error={missing && t('whyMissing')} />
      </ActDialog>
    </span>
  );
};
