import { api, type Call } from '@inkproof/contract';

/** A shredded disk that held nobody's records. */
export const aDisk = { kind: 'hard_disk', make: 'x', serial: 'x', place: 'x', classes: [], tenants: [], reason: 'Worn out', method: 'destroy', technique: 'shred', sanitised_at: '2026-11-01T00:00:00Z', verified_by: 'seen', verification: 'Pieces' } as const;

/** An entry of the register with a piece of evidence. They are the provider's, so that no tenant comes near either. */
export const retiredBy = async (staff: Call): Promise<Record<string, string>> => {
  const { id, files } = await staff(api.disposals.enter, { body: { ...aDisk, classes: [], tenants: [], files: [{ kind: 'photo', name: 'x', media_type: 'image/png', base64: 'AAAA' }] } });
  return { mdp: id, mdf: files[0]!.id };
};
