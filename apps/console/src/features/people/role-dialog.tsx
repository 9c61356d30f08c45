'use client';
import { api, givenRoles, staffRoles, type Member, type MemberRole, type StaffRole } from '@inkproof/contract';
import { SelectField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { browserApi } from '../../browser-api';
import { FormDialog } from '../dialogs/form-dialog';
import { useSend } from '../faults/use-send';
import type { PeopleSide } from './people-side';

interface RoleDialogProps {
  side: PeopleSide;
  person: Member['person'];
  role: MemberRole | StaffRole;
  onClose: () => void;
  onDone: (words: string) => void;
}

/** Another role for one of the people. Nobody is made an owner here: they accept it themselves. */
export const RoleDialog = ({ side, person: { id, name }, role, onClose, onDone }: RoleDialogProps) => {
  const t = useTranslations('people');
  const common = useTranslations('common');
  const { busy, problem, send } = useSend();
  const roles = side === 'members' ? givenRoles : staffRoles;
  const submit = async (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const chosen = roles.find((one) => one === new FormData(event.currentTarget).get('role'));
    if (!chosen) return;
    const change = () => (side === 'members' ? browserApi(api.members.change, { params: { id }, body: { role: chosen as MemberRole } }) : browserApi(api.staff.change, { params: { id }, body: { role: chosen as StaffRole } }));
    if (await send(change)) onDone(t('changed', { name, role: common(`role.${chosen}`) }));
  };
  return (
    <FormDialog title={t('roleTitle', { name })} submit={t(busy ? 'changing' : 'roleDo')} busy={busy} problem={problem} onSubmit={(event) => void submit(event)} onClose={onClose}>
      <SelectField label={t('role')} name="role" hint={t('roleHint')} defaultValue={role} options={roles.map((value) => ({ value, label: common(`role.${value}`) }))} autoFocus />
    </FormDialog>
  );
};
