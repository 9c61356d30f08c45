'use client';
import { api, personLocales, type MemberRole, type StaffRole } from '@inkproof/contract';
import { Button, Dialog, SelectField, TextField, useToast } from '@inkproof/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useId, useState } from 'react';
import { browserApi } from '../../browser-api';
import { ProblemBar } from '../faults/problem-bar';
import { useSend } from '../faults/use-send';
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
  const router = useRouter();
  const say = useToast();
  const form = useId();
  const { busy, problem, send: sending, forget } = useSend();
  const [open, setOpen] = useState(false);
  const [missing, setMissing] = useState(false);
  const close = () => {
    setOpen(false);
    setMissing(false);
    forget();
  };
  const submit = async (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const email = String(fields.get('email')).trim();
    setMissing(!ADDRESS.test(email));
    if (!ADDRESS.test(email)) return event.currentTarget.querySelector<HTMLInputElement>('[name="email"]')?.focus();
    const chosen = personLocales.find((one) => one === fields.get('locale')) ?? 'zh-CN';
    if (!(await sending(() => send(side, { email, locale: chosen }, String(fields.get('role')))))) return;
    close();
    say(t('invited', { email }));
    router.refresh();
  };
  return (
    <>
      <Button tone="ink" icon="plus" onClick={() => setOpen(true)}>
        {t('invite')}
      </Button>
      {open ? (
        <Dialog
          open
          locked={busy}
          onClose={close}
          title={t('inviteTitle')}
          footer={
            <>
              <Button onClick={close} blocked={busy}>
                {common('cancel')}
              </Button>
              <Button type="submit" form={form} tone="ink" busy={busy}>
                {t(busy ? 'inviting' : 'inviteDo')}
              </Button>
            </>
          }
        >
          <form id={form} onSubmit={(event) => void submit(event)} noValidate className="col" style={{ gap: 'var(--s-4)' }}>
            <p className="sub s13">{t('inviteBody')}</p>
            <ProblemBar problem={problem} />
            <TextField label={t('email')} name="email" type="email" error={missing && t('emailMissing')} maxLength={254} autoComplete="off" autoFocus />
            <SelectField label={t('role')} name="role" defaultValue={roles.at(-1)} options={roles.map((value) => ({ value, label: common(`role.${value}`) }))} />
            <SelectField label={t('language')} name="locale" defaultValue={locale} options={personLocales.map((value) => ({ value, label: t(`languages.${value}`) }))} />
          </form>
        </Dialog>
      ) : null}
    </>
  );
};
