'use client';
import './keys.css';
import { environments, type ApiKey, type KeyChange } from '@inkproof/contract';
import { Tick } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormDialog } from '../dialogs/form-dialog';
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
    <FormDialog title={of ? t('changeTitle', { label: of.label }) : t('issueTitle')} submit={doing} busy={busy} problem={problem} onSubmit={submit} onClose={onClose}>
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
    </FormDialog>
  );
};
