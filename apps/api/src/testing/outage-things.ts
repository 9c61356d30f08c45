import { api, type Call } from '@inkproof/contract';

export const anOutage = { component: 'recognition', from: '2026-11-01T00:00:00Z', words: 'x' };
export const anIncident = { title: { zh: 'x', en: 'x' }, words: { zh: 'x', en: 'x' }, components: ['jobs'] };

/** An outage that one tenant had until a minute ago, its dispute by a ticket of its own, and an incident of everybody's. */
export const outageOf = async (call: Call, staff: Call, tenant: `ten_${string}`, ticket: `tkt_${string}`): Promise<Record<string, string>> => {
  const until = new Date(Date.now() - 60_000).toISOString();
  const { id } = await staff(api.adminAvailability.enter, { body: { ...anOutage, from: new Date(Date.now() - 120_000).toISOString(), until, tenant } });
  const { disputes } = await call(api.availability.dispute, { params: { id }, body: { ticket } });
  const { id: incident } = await staff(api.adminAvailability.openIncident, { body: anIncident });
  return { out: id, dsp: disputes[0]!.id, inc: incident };
};
