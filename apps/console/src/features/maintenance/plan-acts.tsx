'use client';
import { api, type MaintenanceWindow } from '@inkproof/contract';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { browserApi } from '../../browser-api';
import { ActDialog, type Work } from '../dialogs/act-dialog';
import { readWindow, type WindowFault } from './read-window';
import { WindowFields } from './window-fields';

/** Drafts a window, or says anew what one says. What was announced becomes a new version, which is told. */
export const WriteWindow = ({ window, plans }: { window?: MaintenanceWindow; plans: readonly string[] }) => {
  const t = useTranslations('maintenance.act');
  const [missing, setMissing] = useState<WindowFault | null>(null);
  const act = window ? (window.state === 'draft' ? 'edit' : 'change') : 'draft';
  const submit = (fields: FormData): Work | false => {
    const read = readWindow(fields);
    setMissing(read.wrong);
    if (read.wrong !== null) return false;
    const { window: body } = read;
    return () => (window ? browserApi(api.adminMaintenance.change, { params: { id: window.id }, body }) : browserApi(api.adminMaintenance.draft, { body }));
  };
  return (
    <ActDialog label={t(`${act}.label`)} title={t(`${act}.label`)} look={window ? {} : { tone: 'ink', icon: 'plus' }} done={t(`${act}.done`)} onSubmit={submit}>
      {act === 'change' ? <p className="sub">{t('change.body')}</p> : null}
      <WindowFields window={window} plans={plans} missing={missing} />
    </ActDialog>
  );
};
