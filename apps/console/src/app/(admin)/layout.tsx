import { api } from '@inkproof/contract';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { call } from '../../api';
import { clock } from '../../clock';
import { waitingFor } from '../../features/approvals/waiting';
import { PinnedNotices } from '../../features/inbox/pinned-notices';
import { MaintenanceStrip } from '../../features/maintenance/maintenance-strip';
import { nearby } from '../../features/maintenance/span-of-window';
import { mayOpenSupport, mayReviewFilings } from '../../features/session/rights';
import { staffSession } from '../../features/session/sessions';
import { adminPlaces, placesFor } from '../../features/shell/places';
import { TrialNotice } from '../../features/shell/trial-notice';
import { Shell } from '../../features/shell/shell';
import { RunningForStaff } from '../../features/support-access/running-for-staff';
import { withWords } from '../../words/with-words';

const AdminLayout = async ({ children }: { children: ReactNode }) => {
  const session = await staffSession();
  const { staff, person } = session;
  const t = await getTranslations();
  const [filings, accesses, approvals, desk, told, standing] = await Promise.all([
    mayReviewFilings(staff.role) ? call(api.adminFilings.list, { query: { limit: 100 } }).then(({ items }) => items) : [],
    mayOpenSupport(staff.role) ? call(api.adminSupport.own).then(({ items }) => items) : null, waitingFor('provider'), call(api.adminTickets.counts), call(api.inbox.count), call(api.adminMaintenance.standing)]);
  const notice = (
    <>
      <TrialNotice session={session} href="/admin/security" />
      {accesses ? <RunningForStaff accesses={accesses} /> : null}
      <MaintenanceStrip first={nearby(standing.items, clock.now())} side="provider" />
      <PinnedNotices pinned={told.pinned} inbox="/admin/inbox" />
    </>
  );
  return (
    <Shell side="provider" home="/admin" places={placesFor(adminPlaces, staff.role)} waiting={{ approvals: approvals.length, review: filings.length, desk: desk.overdue, inbox: told.unread }} owner={{ name: t('shell.providerName'), role: t(`common.role.${staff.role}`) }} person={person} accountHref="/admin/account" notice={notice}>
      {children}
    </Shell>
  );
};

export default withWords(AdminLayout, 'maintenance.strip', 'preferences', 'shell', 'stepUp', 'supportAccess');
