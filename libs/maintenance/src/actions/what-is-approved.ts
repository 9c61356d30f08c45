import { createHash } from 'node:crypto';
import { canonical } from '@inkproof/audit';
import { components, idOf, maintenanceKinds } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import { z } from 'zod';
import type { Content } from '../model/content.js';

/** Staff who may be the second person. */
export const PUBLISHERS = ['admin', 'operator'];
export const LONGEST_WAIT_MS = 7 * 86_400_000;

const conduct = z.enum(['by_itself', 'by_hand']);

/** What the second person reads of a window. The digest is of all that it says. */
export const Said = z.strictObject({
  maintenance: idOf('mnt'),
  urgency: z.enum(maintenanceKinds),
  title: z.string(),
  effective_from: z.string(),
  ends_at: z.string(),
  begins: conduct,
  ends: conduct,
  unavailable: z.array(z.enum(components)),
  degraded: z.array(z.enum(components)),
  plans: z.union([z.literal('all'), z.array(z.string())]),
  content_sha256: z.string(),
});
export type Said = z.infer<typeof Said>;

/** Nothing but what it says, of a version that knows by whom and when. */
const contentIn = ({ kind, titleZh, titleEn, textZh, textEn, startsAt, endsAt, plans, reason, rollbackPlan, beginsByItself, endsByItself, impacts }: Content): Content => ({ kind, titleZh, titleEn, textZh, textEn, startsAt, endsAt, plans, reason, rollbackPlan, beginsByItself, endsByItself, impacts });

const byWhom = (byItself: boolean) => (byItself ? 'by_itself' : 'by_hand');

export const saidOf = (id: Id<'mnt'>, said: Content): Said => ({
  maintenance: id,
  urgency: said.kind,
  title: `${said.titleZh} / ${said.titleEn}`,
  effective_from: said.startsAt.toISOString(),
  ends_at: said.endsAt.toISOString(),
  begins: byWhom(said.beginsByItself),
  ends: byWhom(said.endsByItself),
  unavailable: components.filter((name) => said.impacts[name] === 'unavailable'),
  degraded: components.filter((name) => said.impacts[name] === 'degraded'),
  plans: said.plans.length ? said.plans : 'all',
  content_sha256: createHash('sha256').update(canonical(contentIn(said))).digest('hex'),
});
