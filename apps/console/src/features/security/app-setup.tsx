'use client';
import './security.css';
import { api, type AddedFactor, type TotpOffer } from '@inkproof/contract';
import { Button, TextField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { browserApi } from '../../browser-api';
import { ProblemBar } from '../faults/problem-bar';
import { useSend } from '../faults/use-send';

/** From the picture an app scans to the first code it shows, which is what adds it. */
export const AppSetup = ({ onAdded, onCancel }: { onAdded: (added: AddedFactor) => void; onCancel: () => void }) => {
  const t = useTranslations('security');
  const common = useTranslations('common');
  const { busy, problem, send } = useSend();
  const [offer, setOffer] = useState<TotpOffer | null>(null);
  const [missing, setMissing] = useState({ code: false, name: false });
  const asked = useRef(false);
  useEffect(() => {
    // The secret is drawn once for each time this opens.
    if (asked.current) return;
    asked.current = true;
    void send(async () => setOffer(await browserApi(api.factors.offerTotp)));
  });
  const submit = (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const [code, name] = ['code', 'name'].map((field) => String(fields.get(field)).trim()) as [string, string];
    setMissing({ code: !code, name: !name });
    if (code && name && offer) void send(async () => onAdded(await browserApi(api.factors.addTotp, { body: { ticket: offer.ticket, code, name } })));
  };
  return (
    <form onSubmit={submit} noValidate method="post" className="col" style={{ gap: 'var(--s-4)' }}>
      <ProblemBar problem={problem} />
      <div className="sx-app">
        <div className="sx-qr">{offer ? <img src={`data:image/svg+xml;utf8,${encodeURIComponent(offer.qr_svg)}`} alt={t('qr')} width={176} height={176} /> : null}</div>
        <div className="col" style={{ gap: 'var(--s-3)' }}>
          <p className="sub s13">{t('scan')}</p>
          <div>
            <p className="small dim">{t('typeInstead')}</p>
            <p className="sx-key">{offer?.secret.match(/.{1,4}/g)?.join(' ') ?? '…'}</p>
          </div>
        </div>
      </div>
      <TextField label={t('firstCode')} name="code" inputMode="numeric" autoComplete="one-time-code" maxLength={7} className="sx-code" hint={t('firstCodeHint')} error={missing.code && t('codeMissing')} />
      <TextField label={t('name')} name="name" maxLength={64} defaultValue={t('appName')} autoComplete="off" hint={t('nameHint')} error={missing.name && t('nameMissing')} />
      <div className="row sx-end">
        <Button onClick={onCancel} blocked={busy && offer !== null}>
          {common('cancel')}
        </Button>
        <Button type="submit" tone="ink" busy={busy && offer !== null} blocked={!offer}>
          {t(busy && offer ? 'checking' : 'add')}
        </Button>
      </div>
    </form>
  );
};
