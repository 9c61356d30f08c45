import { z } from 'zod';

/** The 26 characters behind the prefix: Crockford's base 32 in lower case. */
const tail = z.string().regex(/^[0-9a-hjkmnp-tv-z]{26}$/);

/** An id of one kind, such as `rec_01k9…`. */
export const idOf = <Prefix extends string>(prefix: Prefix) => z.templateLiteral([`${prefix}_`, tail]);

export const Moment = z.iso.datetime().describe('RFC 3339, UTC');

/** A moment to the microsecond, as the store's clock has it. */
export const Instant = z.iso.datetime({ precision: 6 }).describe('RFC 3339, UTC, by the clock of the store');

const FIRST_DAY = '1970-01-01';
const LAST_DAY = '2999-12-31';

export const Day = z.iso
  .date()
  .refine((day) => day >= FIRST_DAY && day <= LAST_DAY, `must lie between ${FIRST_DAY} and ${LAST_DAY}`)
  .describe('A calendar day in Asia/Shanghai');

/** PostgreSQL's text holds every character but this one. */
const storable = (text: string): boolean => !text.includes('\0');

/** Words that are kept as they were given, but for the white space around them. */
export const wordsUpTo = (characters: number) => z.string().trim().min(1).max(characters).refine(storable, 'must not hold the character NUL');

export const ListQuery = z.object({
  cursor: z.string().max(64).refine(storable, 'must not hold the character NUL').optional().describe('next_cursor of the page before'),
  limit: z.coerce.number().int().min(1).max(100).default(20).describe('Items on a page'),
});

export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item).describe('Newest first'),
    next_cursor: z.string().nullable().describe('Null on the last page'),
  });

/** Who did something. Staff of the provider read everybody's name, a tenant those of its members. */
export const Somebody = z.object({ id: z.string(), name: z.string().nullable().describe('Null when they are not of your side, and for a key') }).meta({ id: 'Somebody' });
export type Somebody = z.infer<typeof Somebody>;
