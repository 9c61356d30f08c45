import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { memberSession } from '../../features/session/sessions';
import { placesFor, tenantPlaces } from '../../features/shell/places';
import { TrialNotice } from '../../features/shell/trial-notice';
import { Shell } from '../../features/shell/shell';

const TenantLayout = async ({ children }: { children: ReactNode }) => {
  const session = await memberSession();
  const { tenant, person } = session;
  const role = (await getTranslations('common.role'))(tenant.role);
  return (
    <Shell side="tenant" home="/overview" places={placesFor(tenantPlaces, tenant.role)} owner={{ name: tenant.name, role }} person={person} accountHref="/account" notice={<TrialNotice session={session} href="/security" />}>
      {children}
    </Shell>
  );
};

export default TenantLayout;
