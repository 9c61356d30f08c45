import { z } from 'zod';
import { idOf, Moment, wordsUpTo } from '../fields.js';

/** What a hold covers: a person's things, named things, everything of a tenant, or the evidence of a case. */
export const holdScopes = ['subject', 'object', 'tenant', 'case'] as const;
export type HoldScope = (typeof holdScopes)[number];

const MOST_OBJECTS = 1_000;
/** An id of anything that can be erased. */
const ObjectId = z.string().regex(/^[a-z]{3}_[0-9a-hjkmnp-tv-z]{26}$/, 'must be an id such as rec_…');
export const HeldObjects = z.array(ObjectId).min(1).max(MOST_OBJECTS);

export const HoldRequest = z
  .strictObject({
    tenant: idOf('ten'),
    scope: z.enum(holdScopes).describe('`subject`: everything that tells of one person. `object` and `case`: the things named. `tenant`: everything'),
    subject: wordsUpTo(200).optional().describe("Of scope `subject`: the tenant's own reference for the person. Kept as a keyed hash only"),
    objects: HeldObjects.optional().describe('Of scope `object` and `case`: ids of the things'),
    reason: wordsUpTo(500).describe('Not shown to the tenant'),
    reference: wordsUpTo(120).describe('What it is known by elsewhere: the number of a case, the letter of an authority. Shown to the tenant'),
  })
  .superRefine(({ scope, subject, objects }, check) => {
    const needs = (path: 'subject' | 'objects', isNeeded: boolean, given: unknown): void => {
      if (isNeeded !== (given !== undefined)) check.addIssue({ code: 'custom', path: [path], message: isNeeded ? `is needed for a hold of scope ${scope}` : `does not belong to a hold of scope ${scope}` });
    };
    needs('subject', scope === 'subject', subject);
    needs('objects', scope === 'object' || scope === 'case', objects);
  })
  .meta({ id: 'HoldRequest' });
export type HoldRequest = z.infer<typeof HoldRequest>;

export const Hold = z
  .object({
    id: idOf('hld'),
    tenant: z.object({ id: idOf('ten'), name: z.string() }),
    scope: z.enum(holdScopes),
    objects: z.int().describe('Things it names'),
    reason: z.string(),
    reference: z.string(),
    placed_by: z.string(),
    placed_at: Moment,
    lifted_at: Moment.nullable(),
    lifting: idOf('apr').nullable().describe('A request to lift it that waits for a second person'),
  })
  .meta({ id: 'Hold' });
export type Hold = z.infer<typeof Hold>;

/** What a tenant sees of a hold on its things. */
export const HeldThing = Hold.pick({ id: true, scope: true, objects: true, reference: true, placed_at: true, lifted_at: true }).meta({ id: 'HoldOnYou' });
export type HeldThing = z.infer<typeof HeldThing>;
