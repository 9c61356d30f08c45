import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { staffSession } from '../../features/session/sessions';
import { adminPlaces } from '../../features/shell/places';
import { Shell } from '../../features/shell/shell';

const AdminLayout = async ({ children }: { children: ReactNode }) => {
  const { staff, person } = await staffSession();
  const t = await getTranslations();
  return (
    <Shell side="provider" home="/admin" places={adminPlaces} owner={{ name: t('shell.providerName'), role: t(`common.role.${staff.role}`) }} person={person} accountHref="/admin/account">
      {children}
    </Shell>
  );
};

export default AdminLayout;
