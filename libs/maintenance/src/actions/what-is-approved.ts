import { createHash } from 'node:crypto';
import { canonical } from '@inkproof/audit';
import { components, idOf, maintenanceKinds } from '@inkproof/contract';
import type { ApprovalKind, Approvals } from '@inkproof/identity';
import type { Id } from '@inkproof/kernel';
import type { Tx } from '@inkproof/platform';
import { z } from 'zod';
import type { Content } from '../model/content.js';
import { LEAD_MS } from '../model/window.js';
import type { WindowBook } from './window-book.js';

/** Staff who may be the second person. */
const PUBLISHERS = ['admin', 'operator'];
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

/** An act on a window that takes a second of the staff. */
export const takesSecond = (name: ApprovalKind<Said>['name'], book: Pick<WindowBook, 'held'>, carryOut: ApprovalKind<Said>['carryOut']): ApprovalKind<Said> => ({
  name,
  payload: Said,
  side: 'provider',
  mayDecide: ({ role }) => role !== undefined && PUBLISHERS.includes(role),
  hold: (tx, { maintenance }) => book.held(tx, maintenance),
  carryOut,
});

export const isWaiting = async (approvals: Pick<Approvals, 'find'>, tx: Tx, id: string): Promise<boolean> => (await approvals.find(tx, id)).state === 'waiting';

/** How long a second person is waited for, of what is left; where no reason stands for a shorter notice, only while it can still be told in time. */
export const waitMs = (leftMs: number, mustBeInTime: boolean): number => Math.min(LONGEST_WAIT_MS, mustBeInTime ? leftMs - LEAD_MS + 1 : leftMs);
