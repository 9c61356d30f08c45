import type { Tx } from '@inkproof/platform';

/** Names by id of people and tenants, as far as the transaction may see them: another side's people have none here. */
export const namesOf = async (tx: Tx, ids: readonly (string | null)[]): Promise<Map<string, string>> => {
  const named = { where: { id: { in: [...new Set(ids.flatMap((id) => id ?? []))] } }, select: { id: true, name: true } };
  // A tenant learns the names of its members from a function, because it may see nothing else of those people.
  const members = await tx.$queryRaw<{ id: string; name: string }[]>`SELECT person_id AS id, name FROM gate_list_members()`;
  return new Map([...members, ...(await tx.person.findMany(named)), ...(await tx.tenant.findMany(named))].map(({ id, name }) => [id, name]));
};
