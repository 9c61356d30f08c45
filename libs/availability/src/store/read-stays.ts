import type { Tx } from '@inkproof/platform';
import { staysOf, type Stay } from '../model/stay.js';

/** Which plans a tenant was on, and when. */
export const readStays = async (tx: Tx, tenantId: string): Promise<Stay[]> => {
  const past = await tx.pastPlan.findMany({ where: { tenantId }, select: { plan: true, until: true } });
  const tenant = await tx.tenant.findUnique({ where: { id: tenantId }, select: { planName: true } });
  return tenant ? staysOf(past.map(({ plan, until }) => ({ plan, until: until.getTime() })), tenant.planName) : [];
};
