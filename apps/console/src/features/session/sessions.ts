import 'server-only';
import { api, type ServiceEnd, type Session } from '@inkproof/contract';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { ask, call } from '../../api';

/** Whoever must set up a second factor is led to do so from every page; the API would refuse them everything else. */
const current = cache(async () => {
  const session = await call(api.session.current);
  return session.mfa.enrolment_required ? redirect(`/enrol?next=${encodeURIComponent((await headers()).get('x-path') ?? '/')}`) : session;
});

const outlook = cache(() => call(api.ending.find));

export type MemberSession = Session & { tenant: NonNullable<Session['tenant']> & { end: ServiceEnd | null } };
export type StaffSession = Session & { staff: NonNullable<Session['staff']> };

/** The member whose page this is, and whether the service of the tenant comes to its end. Staff of the provider go to their own desk: the two sides share nothing but the look. */
export const memberSession = async (): Promise<MemberSession> => {
  const asked = outlook();
  // Who is led elsewhere is told nothing by it, and waits for nothing.
  asked.catch(() => undefined);
  const { tenant, ...session } = await current();
  return tenant ? { ...session, tenant: { ...tenant, end: (await asked).end } } : redirect('/admin');
};

/** The person of the provider whose page this is. Members go home. */
export const staffSession = async (): Promise<StaffSession> => {
  const { staff, ...session } = await current();
  return staff ? { ...session, staff } : redirect('/overview');
};

/** Whoever is signed in, on pages that anyone may read; null for strangers, and also while the API cannot say. */
export const anySession = cache((): Promise<Session | null> => ask(api.session.current).catch(() => null));
