'use client';
import { api, personLocales, type MemberRole, type StaffRole } from '@inkproof/contract';
import { Button, SelectField, TextField } from '@inkproof/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { browserApi } from '../../browser-api';
import { FormDialog } from '../dialogs/form-dialog';
import { useAct } from '../dialogs/use-act';
import type { PeopleSide } from './people-side';

const ADDRESS = /^\S+@\S+\.\S+$/;

interface Asked {
  email: string;
  locale: (typeof personLocales)[number];
}

const send = (side: PeopleSide, asked: Asked, role: string): Promise<unknown> =>
  side === 'members' ? browserApi(api.invitations.create, { body: { ...asked, role: role as MemberRole } }) : browserApi(api.staffInvitations.create, { body: { ...asked, role: role as StaffRole } });

/** From the button to the mail that is on its way. */
export const InvitePerson = ({ side, roles }: { side: PeopleSide; roles: readonly (MemberRole | StaffRole)[] }) => {
  const t = useTranslations('people');
  const common = useTranslations('common');
  const locale = useLocale();
  const { busy, problem, asking, ask, close, act } = useAct();
  const [missing, setMissing] = useState(false);
  const submit = async (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const email = String(fields.get('email')).trim();
    setMissing(!ADDRESS.test(email));
    if (!ADDRESS.test(email)) return event.currentTarget.querySelector<HTMLInputElement>('[name="email"]')?.focus();
    const chosen = personLocales.find((one) => one === fields.get('locale')) ?? 'zh-CN';
    await act(() => send(side, { email, locale: chosen }, String(fields.get('role'))), t('invited', { email }));
  };
  return (
    <>
      <Button tone="ink" icon="plus" onClick={() => (setMissing(false), ask('it'))}>
        {t('invite')}
      </Button>
      {asking ? (
        <FormDialog title={t('inviteTitle')} lede={t('inviteBody')} submit={t(busy ? 'inviting' : 'inviteDo')} busy={busy} problem={problem} onSubmit={(event) => void submit(event)} onClose={close}>
          <TextField label={t('email')} name="email" type="email" error={missing && t('emailMissing')} maxLength={254} autoComplete="off" autoFocus />
          <SelectField label={t('role')} name="role" defaultValue={roles.at(-1)} options={roles.map((value) => ({ value, label: common(`role.${value}`) }))} />
          <SelectField label={t('language')} name="locale" defaultValue={locale} options={personLocales.map((value) => ({ value, label: t(`languages.${value}`) }))} />
        </FormDialog>
      ) : null}
    </>
  );
};
