'use client';
import { api, type ApiKey, type IssuedKey } from '@inkproof/contract';
import { Tick } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { browserApi } from '../../browser-api';
import { FormDialog } from '../dialogs/form-dialog';
import { useSend } from '../faults/use-send';
import { KeySecret } from './key-secret';

const overlapsHours = [24, 168, 720, 0] as const;

/** A new secret for a key, and how long the old one works beside it. */
export const RotateKey = ({ of, apiUrl, onClose, onDone }: { of: ApiKey; apiUrl: string; onClose: () => void; onDone: () => void }) => {
  const t = useTranslations('keys');
  const { busy, problem, send } = useSend();
  const [issued, setIssued] = useState<IssuedKey | null>(null);
  const submit = (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const overlap_hours = Number(new FormData(event.currentTarget).get('overlap'));
    void send(async () => setIssued(await browserApi(api.keys.rotate, { params: { id: of.id }, body: { overlap_hours } })));
  };
  if (issued) return <KeySecret issued={issued} title={t('rotated', { label: of.label })} apiUrl={apiUrl} onDone={onDone} />;
  return (
    <FormDialog title={t('rotateTitle', { label: of.label })} lede={t('rotateBody')} submit={t(busy ? 'rotating' : 'rotateDo')} busy={busy} problem={problem} onSubmit={submit} onClose={onClose}>
      <fieldset className="fs">
        <legend className="h3">{t('overlap')}</legend>
        {overlapsHours.map((hours) => (
          <Tick key={hours} type="radio" name="overlap" value={hours} defaultChecked={hours === 24}>
            {t(`overlapOf.h${hours}`)}
            <span className="dim"> {t(`overlapNote.h${hours}`)}</span>
          </Tick>
        ))}
      </fieldset>
    </FormDialog>
  );
};
