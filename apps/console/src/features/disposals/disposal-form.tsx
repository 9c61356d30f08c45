'use client';
import { api, type DisposalRequest, type MediaDisposal } from '@inkproof/contract';
import { Button, TextField, useToast, WordsField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState, type FormEvent } from 'react';
import { browserApi } from '../../browser-api';
import { ProblemBar } from '../faults/problem-bar';
import { useSend } from '../faults/use-send';
import { EvidencePicker, type PickedFile } from './evidence-picker';
import { MediumFields } from './medium-fields';
import { readDisposal, type DisposalFault } from './read-disposal';
import { RecordsFields, type NamedTenant } from './records-fields';

/** Everything of an entry on one sheet: it is sent as a whole, and never changed afterwards. */
export const DisposalForm = ({ wrong: entry }: { wrong: MediaDisposal | null }) => {
  const t = useTranslations('disposals');
  const common = useTranslations('common');
  const [router, say] = [useRouter(), useToast()];
  const { busy, problem, send } = useSend();
  const [fault, setFault] = useState<DisposalFault | null>(null);
  const [tenants, setTenants] = useState<readonly NamedTenant[]>([]);
  const [files, setFiles] = useState<readonly PickedFile[]>([]);
  const missing = (name: DisposalFault) => fault === name && t('missing');
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const read = readDisposal(new FormData(event.currentTarget), tenants.map(({ id }) => id));
    setFault(read.wrong);
    if (read.wrong !== null) return;
    const body: DisposalRequest = { ...read.said, corrects: entry?.id ?? null, files: [...files] };
    let entered: MediaDisposal['id'] | undefined;
    if (!(await send(async () => void (entered = (await browserApi(api.disposals.enter, { body })).id))) || !entered) return;
    say(t('entered'));
    router.push(`/admin/disposals/${entered}`);
    router.refresh();
  };
  return (
    <form className="dp-form" onSubmit={(event) => void submit(event)} noValidate>
      <MediumFields entry={entry} missing={missing} />
      <RecordsFields entry={entry} tenants={tenants} onTenants={setTenants} isMissing={fault === 'tenants'} />
      <WordsField label={t('field.reason')} name="reason" rows={2} maxLength={500} defaultValue={entry?.reason} error={missing('reason')} />
      <WordsField label={t('field.verification')} name="verification" rows={2} maxLength={500} defaultValue={entry?.verification} hint={t('hint.verification')} error={missing('verification')} />
      <TextField label={t('field.contractor')} name="contractor" maxLength={200} defaultValue={entry?.contractor ?? ''} hint={t('hint.contractor')} optional={common('optional')} />
      <EvidencePicker files={files} onFiles={setFiles} />
      <p className="hint">{t('hint.witness')}</p>
      <ProblemBar problem={problem} />
      <div>
        <Button type="submit" tone="ink" busy={busy}>
          {t('send')}
        </Button>
      </div>
    </form>
  );
};
