import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { staffSession } from '../../features/session/sessions';
import { adminPlaces, placesFor } from '../../features/shell/places';
import { TrialNotice } from '../../features/shell/trial-notice';
import { Shell } from '../../features/shell/shell';

const AdminLayout = async ({ children }: { children: ReactNode }) => {
  const session = await staffSession();
  const { staff, person } = session;
  const t = await getTranslations();
  return (
    <Shell side="provider" home="/admin" places={placesFor(adminPlaces, staff.role)} owner={{ name: t('shell.providerName'), role: t(`common.role.${staff.role}`) }} person={person} accountHref="/admin/account" notice={<TrialNotice session={session} href="/admin/security" />}>
      {children}
    </Shell>
  );
};

export default AdminLayout;
