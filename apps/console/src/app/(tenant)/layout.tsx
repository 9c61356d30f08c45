import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { memberSession } from '../../features/session/sessions';
import { tenantPlaces } from '../../features/shell/places';
import { Shell } from '../../features/shell/shell';

const TenantLayout = async ({ children }: { children: ReactNode }) => {
  const { tenant, person } = await memberSession();
  const role = (await getTranslations('common.role'))(tenant.role);
  return (
    <Shell side="tenant" home="/overview" places={tenantPlaces} owner={{ name: tenant.name, role }} person={person} accountHref="/account">
      {children}
    </Shell>
  );
};

export default TenantLayout;
