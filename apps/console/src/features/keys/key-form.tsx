'use client';
import './keys.css';
import { environments, type ApiKey, type KeyChange } from '@inkproof/contract';
import { Button, Dialog, Tick } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { ProblemBar } from '../faults/problem-bar';
import { useSend } from '../faults/use-send';
import { KeyFields, type FieldErrors } from './key-fields';
import { wishOf } from './key-wish';

type Asked = Required<KeyChange> & { environment: ApiKey['environment'] };

interface KeyFormProps {
  /** The key that is changed; a new one is asked for when absent. */
  of?: ApiKey;
  onClose: () => void;
  save: (asked: Asked) => Promise<void>;
}

/** A new key, or what an issued one may do. */
export const KeyForm = ({ of, onClose, save }: KeyFormProps) => {
  const t = useTranslations('keys');
  const common = useTranslations('common');
  const form = useId();
  const { busy, problem, send } = useSend();
  const [errors, setErrors] = useState<FieldErrors>({});
  const submit = (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const asked = wishOf(fields, of);
    const found: FieldErrors = { ...(!asked.label && { label: t('labelMissing') }), ...(!asked.scopes.length && { scopes: t('scopesMissing') }) };
    setErrors(found);
    if (!Object.keys(found).length) return void send(() => save({ ...asked, environment: fields.get('environment') === 'test' ? 'test' : 'live' }));
    event.currentTarget.querySelector<HTMLInputElement>(`[name="${Object.keys(found)[0]}"]`)?.focus();
  };
  const doing = of ? t(busy ? 'changing' : 'changeDo') : t(busy ? 'issuing' : 'issueDo');
  return (
    <Dialog
      open
      locked={busy}
      onClose={onClose}
      title={of ? t('changeTitle', { label: of.label }) : t('issueTitle')}
      footer={
        <>
          <Button onClick={onClose} blocked={busy}>
            {common('cancel')}
          </Button>
          <Button type="submit" form={form} tone="ink" busy={busy}>
            {doing}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} noValidate className="col" style={{ gap: 'var(--s-4)' }}>
        <ProblemBar problem={problem} />
        {of ? null : (
          <fieldset className="fs">
            <legend className="h3">{t('column.environment')}</legend>
            {environments.map((environment) => (
              <Tick key={environment} type="radio" name="environment" value={environment} defaultChecked={environment === 'live'}>
                {t(`environment.${environment}`)}
                <span className="dim"> {t(`environmentNote.${environment}`)}</span>
              </Tick>
            ))}
          </fieldset>
        )}
        <KeyFields of={of} errors={errors} />
      </form>
    </Dialog>
  );
};
