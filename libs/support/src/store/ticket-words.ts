import type { Tx } from '@inkproof/platform';

/** Beyond so many places, what is sought stands nearly everywhere, and going through tickets in their order meets it sooner. */
const COMMON = 2_000;

/** The tickets in which all of these words stand, as whoever asks may know it; undefined where that is common. */
export const ticketsSaying = async (tx: Tx, sought: string, tenantId?: string): Promise<string[] | undefined> => {
  const rows = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM gate_find_tickets(${sought}, ${tenantId ?? null}, ${COMMON})`;
  return rows.length < COMMON ? [...new Set(rows.map(({ id }) => id))] : undefined;
};

/** Those of some tickets in which they stand. What the fence hides is not read: a tenant's search knows no note. */
export const whichSay = async (tx: Tx, sought: string, ids: readonly string[], tenantId?: string): Promise<Set<string>> => {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH sought AS MATERIALIZED (SELECT ARRAY(SELECT '%' || replace(replace(replace(one, E'\\\\', E'\\\\\\\\'), '%', E'\\\\%'), '_', E'\\\\_') || '%' FROM unnest(sought_words(${sought})) one) AS words),
         asked AS MATERIALIZED (SELECT id, tenant_id, subject FROM ticket WHERE id = ANY(${ids}) AND (${tenantId ?? null}::text IS NULL OR tenant_id = ${tenantId ?? null}))
    SELECT id FROM asked
    WHERE lower(normalize(subject, NFKC)) LIKE ALL ((SELECT words FROM sought)::text[])
       OR EXISTS (SELECT FROM ticket_event e WHERE e.tenant_id = asked.tenant_id AND e.ticket_id = asked.id AND lower(normalize(e.words, NFKC)) LIKE ALL ((SELECT words FROM sought)::text[]))
       OR EXISTS (SELECT FROM ticket_note n WHERE n.tenant_id = asked.tenant_id AND n.ticket_id = asked.id AND lower(normalize(n.words, NFKC)) LIKE ALL ((SELECT words FROM sought)::text[]))`;
  return new Set(rows.map(({ id }) => id));
};
