import { z } from 'zod';
import { Day, idOf, ListQuery, Moment, wordsUpTo } from '../fields.js';
import { collectionMedia, personalCategories, PersonalCategories, writtenMedia, type CollectionMedium } from './vocabulary.js';

/** Who keeps the material: the tenant, who posts a digest of it, or the vault of this install. */
export const custodies = ['commitment', 'vault'] as const;

/** `ended` when the text it was given under was withdrawn, or gave way to one that asks for something else. */
export const authorizationStates = ['standing', 'expired', 'withdrawn', 'ended'] as const;

/** Commitments in one call. */
export const COMMITMENTS_MAX = 10_000;
export const MATERIAL_MAX_BYTES = 10_000_000;

/** What proves that somebody agreed: a message, a page, a picture of either. Video and audio may come beside them. */
export const materialTypes = ['application/pdf', 'image/png', 'image/jpeg', 'message/rfc822', 'text/html', 'text/plain', 'application/json', 'application/zip', 'video/mp4', 'audio/mpeg'] as const;

const isWritten = (medium: CollectionMedium): boolean => (writtenMedia as readonly CollectionMedium[]).includes(medium);

/** A cell of a table holds a list as one text: `web_operation|video`. */
const inOneCell = (given: unknown): unknown => (typeof given === 'string' ? given.split(/[|,;\s]+/).filter(Boolean) : given);

const Media = z.preprocess(
  inOneCell,
  z
    .array(z.enum(collectionMedia))
    .min(1)
    .max(collectionMedia.length)
    .refine((media) => media.some(isWritten), `must name a written form (${writtenMedia.join(', ')}): video and audio only support one`),
);

const Categories = z.preprocess(inOneCell, PersonalCategories);

const given = {
  subject: wordsUpTo(128).describe('Your own reference for the person; never their name or number. Kept as a keyed hash only'),
  media: Media.describe('By what the person’s word came to you. One written form at least'),
  categories: Categories.default([]).describe('Where the person agreed to fewer than the text names; all of the text’s when empty'),
  given_at: Moment.describe('When the person agreed'),
  expires_at: Moment.nullable().default(null).describe('When their word ends by itself'),
};

const Commitment = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'must be 64 hex digits in lower case')
  .describe('SHA-256 over a salt of 32 random bytes followed by the material, in hex. You keep both; see docs/commitments.md');

const endsAfterItBegan = <Given extends { given_at: string; expires_at: string | null }>({ given_at, expires_at }: Given): boolean => expires_at === null || Date.parse(expires_at) > Date.parse(given_at);
const ENDS_LATER = { path: ['expires_at'], message: 'must lie after given_at' };

const text = {
  filing: idOf('flg').describe('The filing whose text the person agreed to'),
  version: z.coerce.number().int().min(1).optional().describe('Which version of it, where not the one in force; it must have been accepted once'),
};

export const AuthorizationRequest = z
  .strictObject({ ...text, ...given, commitment: Commitment.optional().describe('Absent where the vault is to keep the material, which you then send') })
  .refine(endsAfterItBegan, ENDS_LATER)
  .meta({ id: 'AuthorizationRequest' });
export type AuthorizationRequest = z.output<typeof AuthorizationRequest>;

export const CommitmentLine = z.strictObject({ ...given, commitment: Commitment }).refine(endsAfterItBegan, ENDS_LATER).meta({ id: 'CommitmentLine' });
export type CommitmentLine = z.output<typeof CommitmentLine>;

export const BulkCommitments = z
  .strictObject({ ...text, items: z.array(CommitmentLine).min(1).max(COMMITMENTS_MAX) })
  .meta({ id: 'BulkCommitments' });
export type BulkCommitments = z.output<typeof BulkCommitments>;

export const BulkCommitted = z.object({ created: z.int(), ids: z.array(idOf('aut')).describe('In the order of the lines') }).meta({ id: 'BulkCommitted' });

export const Authorization = z
  .object({
    id: idOf('aut'),
    filing: z.object({ id: idOf('flg'), name: z.string(), version: z.int() }),
    status: z.enum(authorizationStates),
    categories: z.array(z.enum(personalCategories)).describe('What may be recognised under it'),
    media: z.array(z.enum(collectionMedia)),
    given_at: Moment,
    expires_at: Moment.nullable(),
    withdrawn_at: Moment.nullable(),
    last_relied_at: Moment.nullable().describe('When a recognition last relied on it'),
    created_at: Moment.describe('When we were told of it, by our clock'),
    custody: z.enum(custodies),
    commitment: z.string().nullable(),
    material: z.object({ media_type: z.string(), bytes: z.int() }).nullable().describe('What lies in the vault'),
    kept_until: Moment.nullable().describe('Until when the material must be kept; null while the authorisation stands without an end'),
  })
  .meta({ id: 'Authorization' });
export type Authorization = z.infer<typeof Authorization>;

export const AuthorizationQuery = ListQuery.extend({
  filing: idOf('flg').optional(),
  last_day: Day.optional().describe('Only those whose material is kept through this day and no longer'),
});

/** In a body, so that no address and no log of addresses tells whom somebody looks for. */
export const AuthorizationSearch = z.strictObject({ subject: given.subject }).meta({ id: 'AuthorizationSearch' });

export const MaterialUpload = z
  .strictObject({ media_type: z.enum(materialTypes), base64: z.base64().min(1).max(Math.ceil(MATERIAL_MAX_BYTES / 3) * 4).describe(`The file, ${MATERIAL_MAX_BYTES} bytes at most`) })
  .meta({ id: 'MaterialUpload' });

export const KeepingCalendar = z
  .object({
    days: z.array(z.object({ day: Day.describe('The last day on which the material is kept'), commitments: z.int().describe('Kept by you'), vault: z.int().describe('Kept here') })),
    open: z.int().describe('Authorisations that stand without an end'),
    reminders: z.array(z.object({ day: Day, count: z.int().describe('Kept by you through that day and no longer'), told_at: Moment })).describe('What you were reminded of last, thirty days, seven and one before, newest first'),
  })
  .meta({ id: 'KeepingCalendar' });
export type KeepingCalendar = z.infer<typeof KeepingCalendar>;
