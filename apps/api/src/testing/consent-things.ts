import { api, type Call } from '@inkproof/contract';

/** A request of somebody's that is being carried out, with a task left. */
export const askedOf = async (call: Call): Promise<Record<string, string>> => {
  const { id } = await call(api.subjectRequests.create, { body: { kind: 'access', words: 'x' } });
  await call(api.subjectRequests.identify, { params: { id }, body: { method: 'in_person' } });
  const { tasks } = await call(api.subjectRequests.begin, { params: { id } });
  return { dsr: id, dst: tasks[0]!.id };
};

/** An inspection of a tenant that has an authorisation: drawn, with an item of which a file was shown. */
export const inspectedOf = async (call: Call, staff: Call, tenantId: string): Promise<Record<string, string>> => {
  const { id } = await staff(api.adminInspections.announce, { body: { tenant: tenantId as `ten_${string}`, size: 1, reason: 'x' } });
  const { sample } = await staff(api.adminInspections.draw, { params: { id } });
  const item = sample[0]!.id;
  const { files } = await call(api.inspections.addFile, { params: { id, item }, body: { kind: 'page_screenshot', name: 'x', media_type: 'image/png', base64: 'AAAA' } });
  return { isp: id, isi: item, isf: files[0]!.id };
};
