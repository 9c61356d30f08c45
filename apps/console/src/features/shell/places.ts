import { api } from '@inkproof/contract';
import type { IconName } from '@inkproof/ui';
import type { zhCN } from '../../words/zh-CN/index';

export interface Place {
  href: string;
  icon: IconName;
  name: keyof typeof zhCN.shell.short;
  /** Only this very address, not those below it. */
  exact?: boolean;
  /** Roles to whom it is open; to all when absent. */
  only?: readonly string[];
  /** Gone to often, and therefore under the thumb on narrow screens; the others stand behind `more`. */
  near?: true;
}

/** Where a member can go. */
export const tenantPlaces: readonly Place[] = [
  { href: '/overview', icon: 'home', name: 'overview', near: true },
  { href: '/inbox', icon: 'bell', name: 'inbox' },
  { href: '/playground', icon: 'scan', name: 'playground', near: true },
  { href: '/recognitions', icon: 'list', name: 'recognitions', near: true },
  { href: '/jobs', icon: 'stack', name: 'jobs' },
  { href: '/filings', icon: 'stamp', name: 'filings' },
  { href: '/authorisations', icon: 'person', name: 'authorisations' },
  { href: '/findings', icon: 'warn', name: 'findings' },
  { href: '/keys', icon: 'key', name: 'keys', near: true },
  { href: '/webhooks', icon: 'signal', name: 'webhooks' },
  { href: '/usage', icon: 'chart', name: 'usage' },
  { href: '/approvals', icon: 'check', name: 'approvals' },
  { href: '/requests', icon: 'person', name: 'requests' },
  { href: '/inspections', icon: 'check', name: 'inspections' },
  { href: '/retention', icon: 'trash', name: 'retention' },
  { href: '/tickets', icon: 'chat', name: 'tickets' },
  { href: '/deprecations', icon: 'signal', name: 'deprecations' },
  { href: '/members', icon: 'people', name: 'members' },
  { href: '/support-access', icon: 'info', name: 'supportAccess' },
  { href: '/audit', icon: 'page', name: 'audit', only: api.audit.list.access.member },
];

/** Where a person of the provider can go. */
export const adminPlaces: readonly Place[] = [
  { href: '/admin', icon: 'home', name: 'adminOverview', exact: true, near: true },
  { href: '/admin/inbox', icon: 'bell', name: 'inbox' },
  { href: '/admin/tenants', icon: 'people', name: 'tenants', near: true },
  { href: '/admin/filings', icon: 'stamp', name: 'review' },
  { href: '/admin/approvals', icon: 'check', name: 'approvals', near: true },
  { href: '/admin/findings', icon: 'warn', name: 'findings' },
  { href: '/admin/nodes', icon: 'nodes', name: 'nodes' },
  { href: '/admin/inspections', icon: 'check', name: 'inspections' },
  { href: '/admin/requests', icon: 'person', name: 'forwarded' },
  { href: '/admin/tickets', icon: 'chat', name: 'desk', near: true },
  { href: '/admin/changelog', icon: 'list', name: 'changelog' },
  { href: '/admin/retention', icon: 'trash', name: 'retention' },
  { href: '/admin/disposals', icon: 'stack', name: 'disposals' },
  { href: '/admin/notices', icon: 'signal', name: 'notices' },
  { href: '/admin/staff', icon: 'person', name: 'staff' },
  { href: '/admin/mails', icon: 'page', name: 'mails', only: api.mails.list.access.staff },
  { href: '/admin/audit', icon: 'page', name: 'audit', only: api.adminAudit.list.access.staff },
];

/** How many things wait for this person, by the place where they do. */
export type Waiting = Partial<Record<Place['name'], number>>;

/** The places that are open to a role. */
export const placesFor = (places: readonly Place[], role: string): readonly Place[] => places.filter(({ only }) => !only || only.includes(role));

/** The place an address belongs to. */
export const placeAt = (places: readonly Place[], pathname: string): Place | undefined => places.find(({ href, exact }) => pathname === href || (!exact && pathname.startsWith(`${href}/`)));
