import { api } from '@inkproof/contract';
import type { IconName } from '@inkproof/ui';
import type { zhCN } from '../../words/zh-CN/index';

/** Headings of the sidebar, in the order of the lists below. */
export type PlaceGroup = keyof typeof zhCN.shell.heading;

export interface Place {
  href: string;
  icon: IconName;
  name: keyof typeof zhCN.shell.short;
  /** Under which heading it stands; the first ones have none. */
  group?: PlaceGroup;
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
  { href: '/keys', icon: 'key', name: 'keys', near: true },
  { href: '/webhooks', icon: 'signal', name: 'webhooks' },
  { href: '/usage', icon: 'chart', name: 'usage' },
  { href: '/filings', icon: 'stamp', name: 'filings', group: 'personal' },
  { href: '/authorisations', icon: 'person', name: 'authorisations', group: 'personal' },
  { href: '/findings', icon: 'warn', name: 'findings', group: 'personal' },
  { href: '/inspections', icon: 'check', name: 'inspections', group: 'personal' },
  { href: '/attestations', icon: 'shield', name: 'attestations', group: 'personal' },
  { href: '/requests', icon: 'person', name: 'requests', group: 'personal' },
  { href: '/tickets', icon: 'chat', name: 'tickets', group: 'dealings' },
  { href: '/maintenance', icon: 'clock', name: 'maintenance', group: 'dealings' },
  { href: '/changes', icon: 'again', name: 'changes', group: 'dealings' },
  { href: '/deprecations', icon: 'signal', name: 'deprecations', group: 'dealings' },
  { href: '/availability', icon: 'chart', name: 'availability', group: 'dealings' },
  { href: '/support-access', icon: 'info', name: 'supportAccess', group: 'dealings' },
  { href: '/members', icon: 'people', name: 'members', group: 'own' },
  { href: '/approvals', icon: 'check', name: 'approvals', group: 'own' },
  { href: '/audit', icon: 'page', name: 'audit', group: 'own', only: api.audit.list.access.member },
  { href: '/retention', icon: 'trash', name: 'retention', group: 'own' },
  { href: '/service-end', icon: 'leave', name: 'ending', group: 'own' },
];

/** Where a person of the provider can go. */
export const adminPlaces: readonly Place[] = [
  { href: '/admin', icon: 'home', name: 'adminOverview', exact: true, near: true },
  { href: '/admin/inbox', icon: 'bell', name: 'inbox' },
  { href: '/admin/tenants', icon: 'people', name: 'tenants', near: true },
  { href: '/admin/approvals', icon: 'check', name: 'approvals', near: true },
  { href: '/admin/filings', icon: 'stamp', name: 'review', group: 'compliance' },
  { href: '/admin/findings', icon: 'warn', name: 'findings', group: 'compliance' },
  { href: '/admin/inspections', icon: 'check', name: 'inspections', group: 'compliance' },
  { href: '/admin/attestations', icon: 'shield', name: 'attestations', group: 'compliance' },
  { href: '/admin/requests', icon: 'person', name: 'forwarded', group: 'compliance' },
  { href: '/admin/tickets', icon: 'chat', name: 'desk', group: 'service', near: true },
  { href: '/admin/maintenance', icon: 'clock', name: 'maintenance', group: 'service' },
  { href: '/admin/changes', icon: 'again', name: 'changeQueue', group: 'service' },
  { href: '/admin/changelog', icon: 'list', name: 'changelog', group: 'service' },
  { href: '/admin/notices', icon: 'signal', name: 'notices', group: 'service' },
  { href: '/admin/availability', icon: 'chart', name: 'availability' },
  { href: '/admin/retention', icon: 'trash', name: 'retention', group: 'records' },
  { href: '/admin/disposals', icon: 'stack', name: 'disposals', group: 'records' },
  { href: '/admin/audit', icon: 'page', name: 'audit', group: 'records', only: api.adminAudit.list.access.staff },
  { href: '/admin/nodes', icon: 'nodes', name: 'nodes', group: 'records' },
  { href: '/admin/mails', icon: 'page', name: 'mails', group: 'records', only: api.mails.list.access.staff },
  { href: '/admin/staff', icon: 'person', name: 'staff', group: 'records' },
];

/** How many things wait for this person, by the place where they do. */
export type Waiting = Partial<Record<Place['name'], number>>;

/** The places that are open to a role. */
export const placesFor = (places: readonly Place[], role: string): readonly Place[] => places.filter(({ only }) => !only || only.includes(role));

/** The place an address belongs to. */
export const placeAt = (places: readonly Place[], pathname: string): Place | undefined => places.find(({ href, exact }) => pathname === href || (!exact && pathname.startsWith(`${href}/`)));
