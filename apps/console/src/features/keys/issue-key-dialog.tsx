'use client';
import './keys.css';
import { environments, retentions, type KeyWish } from '@inkproof/contract';
import { Button, Dialog, TextField, Tick } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { ProblemBar } from '../faults/problem-bar';
import { useSend } from '../faults/use-send';

const LONGEST_LABEL = 64;

/** What the key is for, whether its calls count, and what is kept of them. */
export const IssueKeyDialog = ({ onClose, issue }: { onClose: () => void; issue: (asked: KeyWish) => Promise<void> }) => {
  const t = useTranslations('keys');
  const common = useTranslations('common');
  const form = useId();
  const { busy, problem, send } = useSend();
  const [missing, setMissing] = useState(false);
  const submit = (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const label = String(fields.get('label')).trim();
    setMissing(!label);
    const retention = retentions.find((one) => one === fields.get('retention')) ?? 'none';
    if (label) void send(() => issue({ label, environment: fields.get('environment') === 'test' ? 'test' : 'live', retention }));
    else event.currentTarget.querySelector<HTMLInputElement>('[name="label"]')?.focus();
  };
  return (
    <Dialog
      open
      locked={busy}
      onClose={onClose}
      title={t('issueTitle')}
      footer={
        <>
          <Button onClick={onClose} blocked={busy}>
            {common('cancel')}
          </Button>
          <Button type="submit" form={form} tone="ink" busy={busy}>
            {t(busy ? 'issuing' : 'issueDo')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} noValidate className="col" style={{ gap: 'var(--s-4)' }}>
        <ProblemBar problem={problem} />
        <TextField label={t('column.name')} name="label" hint={t('labelHint')} error={missing && t('labelMissing')} maxLength={LONGEST_LABEL} autoComplete="off" autoFocus />
        <fieldset className="fs">
          <legend className="h3">{t('column.environment')}</legend>
          {environments.map((environment) => (
            <Tick key={environment} type="radio" name="environment" value={environment} defaultChecked={environment === 'live'}>
              {t(`environment.${environment}`)}
              <span className="dim"> {t(`environmentNote.${environment}`)}</span>
            </Tick>
          ))}
        </fieldset>
        <fieldset className="fs">
          <legend className="h3">{t('column.retention')}</legend>
          {retentions.map((retention) => (
            <Tick key={retention} type="radio" name="retention" value={retention} defaultChecked={retention === 'none'}>
              {t(`retention.${retention}`)}
              <span className="dim"> {t(`retentionNote.${retention}`)}</span>
            </Tick>
          ))}
        </fieldset>
      </form>
    </Dialog>
  );
};
