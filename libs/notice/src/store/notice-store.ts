import type { Id } from '@inkproof/kernel';
import type { Tx } from '@inkproof/platform';
import type { NewNotice, NoticeAudience } from '../model/notice.js';

interface Audience {
  tenants: readonly string[];
  components: readonly string[];
  plans: readonly string[];
  staff: readonly string[];
}

const audienceOf = (audience: NoticeAudience): Audience => {
  const nobody = { tenants: [], components: [], plans: [], staff: [] };
  if ('tenants' in audience) return { ...nobody, tenants: [...new Set(audience.tenants)] };
  if ('staff' in audience) return { ...nobody, staff: audience.staff };
  return { ...nobody, components: audience.components, plans: audience.plans === 'all' ? [] : audience.plans };
};

/** Notices at rest, and which tenants they concern. */
export class NoticeStore {
  /** Answers the id of the notice that says this: the one given, or an earlier one. */
  async add(tx: Tx, id: Id<'ntc'>, { kind, subject, once, audience, values, link, reachBy, compatible = false }: NewNotice, at: Date): Promise<Id<'ntc'>> {
    const { tenants, components, plans, staff } = audienceOf(audience);
    // Whom it names is known already; who uses components is looked up when it is spread.
    const resolvedAt = components.length ? null : at;
    const added = await tx.$queryRaw<{ id: Id<'ntc'> }[]>`
      INSERT INTO notice (id, tenant_id, kind, subject, once, components, plans, staff, words, link, published_at, reach_by, resolved_at, compatible)
      VALUES (${id}, ${tenants.length === 1 ? tenants[0]! : null}, ${kind}, ${subject}, ${once}, ${components}::text[], ${plans}::text[], ${staff}::text[], ${JSON.stringify(values)}::jsonb, ${link}, ${at}, ${reachBy ?? null}::timestamptz, ${resolvedAt}::timestamptz, ${compatible})
      ON CONFLICT (once) DO NOTHING RETURNING id`;
    if (!added.length) return (await tx.notice.findUniqueOrThrow({ where: { once }, select: { id: true } })).id as Id<'ntc'>;
    await tx.noticeTenant.createMany({ data: tenants.map((tenantId) => ({ noticeId: id, tenantId })) });
    return id;
  }
}
