'use client';
import { api, type ApiKey, type IssuedKey } from '@inkproof/contract';
import { Button, Dialog, Tick } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { browserApi } from '../../browser-api';
import { ProblemBar } from '../faults/problem-bar';
import { useSend } from '../faults/use-send';
import { KeySecret } from './key-secret';

const overlapsHours = [24, 168, 720, 0] as const;

/** A new secret for a key, and how long the old one works beside it. */
export const RotateKey = ({ of, apiUrl, onClose, onDone }: { of: ApiKey; apiUrl: string; onClose: () => void; onDone: () => void }) => {
  const t = useTranslations('keys');
  const common = useTranslations('common');
  const form = useId();
  const { busy, problem, send } = useSend();
  const [issued, setIssued] = useState<IssuedKey | null>(null);
  const submit = (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const overlap_hours = Number(new FormData(event.currentTarget).get('overlap'));
    void send(async () => setIssued(await browserApi(api.keys.rotate, { params: { id: of.id }, body: { overlap_hours } })));
  };
  if (issued) return <KeySecret issued={issued} title={t('rotated', { label: of.label })} apiUrl={apiUrl} onDone={onDone} />;
  return (
    <Dialog
      open
      locked={busy}
      onClose={onClose}
      title={t('rotateTitle', { label: of.label })}
      footer={
        <>
          <Button onClick={onClose} blocked={busy}>
            {common('cancel')}
          </Button>
          <Button type="submit" form={form} tone="ink" busy={busy}>
            {t(busy ? 'rotating' : 'rotateDo')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} noValidate className="col" style={{ gap: 'var(--s-4)' }}>
        <ProblemBar problem={problem} />
        <p className="sub">{t('rotateBody')}</p>
        <fieldset className="fs">
          <legend className="h3">{t('overlap')}</legend>
          {overlapsHours.map((hours) => (
            <Tick key={hours} type="radio" name="overlap" value={hours} defaultChecked={hours === 24}>
              {t(`overlapOf.h${hours}`)}
              <span className="dim"> {t(`overlapNote.h${hours}`)}</span>
            </Tick>
          ))}
        </fieldset>
      </form>
    </Dialog>
  );
};
