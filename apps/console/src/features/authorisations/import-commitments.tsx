'use client';
import type { Filing } from '@inkproof/contract';
import { Bar, Button, Meter, SelectField, TextField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState, type FormEvent } from 'react';
import { FormDialog } from '../dialogs/form-dialog';
import { useSend } from '../faults/use-send';
import { csvRecords } from './csv-records';
import { sendCommitments, type Progress } from './send-commitments';

const SHOWN_LINES = 50;

/** Commitments from a CSV: as many calls as it takes, with what was recorded and which lines were not. */
export const ImportCommitments = ({ filings }: { filings: readonly Pick<Filing, 'id' | 'name'>[] }) => {
  const t = useTranslations('authorisations.import');
  const outer = useTranslations('authorisations');
  const router = useRouter();
  const { busy, problem, send, forget } = useSend();
  const [open, setOpen] = useState(false);
  const [isMissing, setIsMissing] = useState(false);
  const [all, setAll] = useState(0);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [isDone, setIsDone] = useState(false);
  const close = () => {
    setOpen(false);
    setProgress(null);
    setIsDone(false);
    forget();
    router.refresh();
  };
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isDone) return close();
    const fields = new FormData(event.currentTarget);
    const [filing, file] = [fields.get('filing') as Filing['id'] | null, fields.get('file')];
    const chosen = file instanceof File && file.size > 0 ? file : null;
    setIsMissing(!chosen);
    if (!chosen || !filing) return;
    const { head, records } = csvRecords(await chosen.text());
    setAll(records.length);
    setProgress({ done: 0, recorded: 0, wrong: [] });
    setIsDone(await send(() => sendCommitments(filing, head, records, setProgress)));
  };
  return (
    <>
      <Button tone="ink" icon="upload" onClick={() => setOpen(true)}>
        {outer('add')}
      </Button>
      {open ? (
        <FormDialog title={t('title')} lede={t('lede')} submit={isDone ? t('close') : busy ? t('running') : t('start')} busy={busy} problem={problem} onSubmit={(event) => void submit(event)} onClose={close}>
          {filings.length ? <SelectField label={t('filing')} name="filing" options={filings.map(({ id, name }) => ({ value: id, label: name }))} /> : <Bar tone="zhe">{t('noFiling')}</Bar>}
          <TextField label={t('file')} name="file" type="file" accept=".csv,text/csv" error={isMissing && t('noFile')} />
          {progress ? (
            <div role="status" className="col">
              <Meter value={progress.done} max={all} label={t('title')} text={t('progress', { done: progress.done, all })} />
              <span className="sub s13">{isDone ? t('done', { count: progress.recorded }) : t('progress', { done: progress.done, all })}</span>
              {progress.wrong.length ? (
                <Bar tone="zhu" title={t('wrong', { count: progress.wrong.length })}>
                  <ul className="au-wrong">
                    {progress.wrong.slice(0, SHOWN_LINES).map(({ line, message }) => (
                      <li key={line}>{t('line', { line, message })}</li>
                    ))}
                    {progress.wrong.length > SHOWN_LINES ? <li>{t('more', { count: progress.wrong.length - SHOWN_LINES })}</li> : null}
                  </ul>
                </Bar>
              ) : null}
            </div>
          ) : null}
        </FormDialog>
      ) : null}
    </>
  );
};
