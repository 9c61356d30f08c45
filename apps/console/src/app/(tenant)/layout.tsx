import { api } from '@inkproof/contract';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { call } from '../../api';
import { clock } from '../../clock';
import { waitingFor } from '../../features/approvals/waiting';
import { ClosedPage } from '../../features/ending/closed-page';
import { EndingStrip } from '../../features/ending/ending-strip';
import { filingsToCorrect } from '../../features/filings/to-correct';
import { PinnedNotices } from '../../features/inbox/pinned-notices';
import { MaintenanceStrip } from '../../features/maintenance/maintenance-strip';
import { nearby } from '../../features/maintenance/span-of-window';
import { mayDecide, mayEndSupport } from '../../features/session/rights';
import { memberSession } from '../../features/session/sessions';
import { placesFor, tenantPlaces } from '../../features/shell/places';
import { TrialNotice } from '../../features/shell/trial-notice';
import { Shell } from '../../features/shell/shell';
import { RunningForTenant } from '../../features/support-access/running-for-tenant';
import { withWords } from '../../words/with-words';

const TenantLayout = async ({ children }: { children: ReactNode }) => {
  const session = await memberSession();
  const { tenant, person } = session;
  const { end } = tenant;
  // Of a service that is closed nothing else is answered, and nothing else is shown.
  if (end?.state === 'closed') return <ClosedPage end={end} tenant={tenant.name} />;
  const [roles, corrections, { items: accesses }, approvals, told, standing] = await Promise.all([
    getTranslations('common.role'),
    filingsToCorrect(),
    call(api.supportAccesses.list, { query: { running: 'true' } }),
    mayDecide(tenant) ? waitingFor('tenant') : [],
    call(api.inbox.count),
    call(api.maintenanceNotices.list, { query: { which: 'standing', limit: 100 } }),
  ]);
  const role = roles(tenant.role);
  const notice = (
    <>
      {end ? <EndingStrip end={end} /> : null}
      <TrialNotice session={session} href="/security" />
      <RunningForTenant accesses={accesses} mayEnd={mayEndSupport(tenant)} />
      <MaintenanceStrip first={nearby(standing.items, clock.now())} side="tenant" />
      <PinnedNotices pinned={told.pinned} inbox="/inbox" />
    </>
  );
  return (
    <Shell side="tenant" home="/overview" places={placesFor(tenantPlaces, tenant.role)} waiting={{ approvals: approvals.length, filings: corrections.length, inbox: told.unread }} owner={{ name: tenant.name, role }} person={person} accountHref="/account" notice={notice}>
      {children}
    </Shell>
  );
};

export default withWords(TenantLayout, 'maintenance.strip', 'preferences', 'shell', 'stepUp', 'supportAccess');
