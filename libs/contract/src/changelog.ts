import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { Day, idOf, ListQuery, listOf, Moment, wordsUpTo } from './fields.js';
import { permitted } from './permission.js';

/** What an entry tells of, after Keep a Changelog. */
export const changelogKinds = ['added', 'changed', 'deprecated', 'removed', 'fixed', 'security'] as const;
export type ChangelogKind = (typeof changelogKinds)[number];

/** Between the word of an incompatible change and the change itself. */
export const SUNSET_DAYS = 180;
/** Whoever made such a call within so many days is told when it is to end. */
export const CALLERS_DAYS = 90;

const Call = z
  .string()
  .max(200)
  .regex(/^(GET|POST|PUT|PATCH|DELETE) \/v1\/[^\s?]+$/)
  .describe('Method and path as the API document has them, such as `GET /v1/usage`');
const inBoth = (characters: number) => z.strictObject({ zh: wordsUpTo(characters), en: wordsUpTo(characters) });

export const ChangelogDraft = z
  .strictObject({
    kind: z.enum(changelogKinds),
    compatible: z.boolean().describe('Whether every program that works today works afterwards too'),
    title: inBoth(120),
    words: inBoth(4_000),
    calls: z.array(Call).max(50).default([]).describe('Calls of the API it is about; empty where it is about something else'),
    effective_at: Moment.describe('When it is so. Of a deprecation: from when on the calls are discouraged'),
    sunset_at: Moment.nullable().default(null).describe('Of a deprecation: from when on the calls may not be answered any more'),
    successor: Call.nullable().default(null).describe('Of a deprecation: what to call instead'),
  })
  .meta({ id: 'ChangelogDraft' });
export type ChangelogDraft = z.output<typeof ChangelogDraft>;

export const ChangelogEntry = z
  .object({
    id: idOf('chl'),
    ...ChangelogDraft.shape,
    calls: z.array(z.string()),
    sunset_at: Moment.nullable(),
    successor: z.string().nullable(),
    published_at: Moment,
    withdrawn_at: Moment.nullable().describe('It was taken back and does not come to pass'),
    withdrawn_because: z.object({ zh: z.string(), en: z.string() }).nullable(),
  })
  .meta({ id: 'ChangelogEntry' });
export type ChangelogEntry = z.infer<typeof ChangelogEntry>;

export const EditedEntry = ChangelogEntry.extend({ published_at: Moment.nullable().describe('Null while it is a draft'), told: z.int().describe('Tenants that were told one by one') }).meta({ id: 'EditedChangelogEntry' });
export type EditedEntry = z.infer<typeof EditedEntry>;

const Use = z.object({ key: z.object({ id: idOf('key'), label: z.string() }), calls: z.int(), last_day: Day });

export const Deprecation = z
  .object({
    call: z.string(),
    entry: idOf('chl'),
    title: z.object({ zh: z.string(), en: z.string() }),
    deprecated_at: Moment,
    sunset_at: Moment,
    successor: z.string().nullable(),
    uses: z.array(Use).describe(`Of the tenant's keys, within ${CALLERS_DAYS} days; the latest first`),
  })
  .meta({ id: 'Deprecation' });
export type Deprecation = z.infer<typeof Deprecation>;

export const DeprecatedCaller = z
  .object({ call: z.string(), entry: idOf('chl'), deprecated_at: Moment, sunset_at: Moment, tenants: z.array(z.object({ id: idOf('ten'), name: z.string(), calls: z.int(), last_day: Day })).describe('That still made it within the days above; the latest first') })
  .meta({ id: 'DeprecatedCaller' });
export type DeprecatedCaller = z.infer<typeof DeprecatedCaller>;

const EntryId = z.object({ id: idOf('chl') });
const path = '/v1/changelog';
const desk = '/v1/admin/changelog';
const found = ['request.invalid', 'changelog.not_found'] as const;

export const changelogApi = {
  list: endpoint({ method: 'GET', path, summary: 'What changed, and what will', description: 'Open to everybody.', access: permitted('public'), query: ListQuery, status: 200, reply: listOf(ChangelogEntry).meta({ id: 'ChangelogList' }), problems: ['request.invalid'] }),
  find: endpoint({ method: 'GET', path: `${path}/{id}`, summary: 'Read one change', access: permitted('public'), params: EntryId, status: 200, reply: ChangelogEntry, problems: found }),
  deprecations: endpoint({
    method: 'GET',
    path: '/v1/deprecations',
    summary: 'Calls that will end, and which keys still make them',
    description: 'Their answers carry `Deprecation` (RFC 9745), `Sunset` (RFC 8594) and `Link` too.',
    access: permitted('deprecation.read'),
    scope: 'any',
    status: 200,
    reply: z.object({ items: z.array(Deprecation) }).meta({ id: 'DeprecationList' }),
    problems: [],
  }),
};

export const adminChangelogApi = {
  list: endpoint({ method: 'GET', path: desk, summary: 'Entries of the changelog, drafts too', access: permitted('changelog.see'), query: ListQuery, status: 200, reply: listOf(EditedEntry).meta({ id: 'EditedChangelogList' }), problems: ['request.invalid'] }),
  find: endpoint({ method: 'GET', path: `${desk}/{id}`, summary: 'Read an entry, or a draft of one', access: permitted('changelog.see'), params: EntryId, status: 200, reply: EditedEntry, problems: found }),
  draft: endpoint({ method: 'POST', path: desk, summary: 'Draft an entry', access: permitted('changelog.keep'), audit: 'changelog.drafted', body: ChangelogDraft, status: 201, reply: EditedEntry, problems: ['request.invalid', 'changelog.unfit'] }),
  edit: endpoint({ method: 'PUT', path: `${desk}/{id}`, summary: 'Write a draft anew', access: permitted('changelog.keep'), audit: 'changelog.drafted', params: EntryId, body: ChangelogDraft, status: 200, reply: EditedEntry, problems: [...found, 'changelog.unfit', 'changelog.published'] }),
  publish: endpoint({
    method: 'POST',
    path: `${desk}/{id}/publication`,
    summary: 'Publish a draft',
    description: `It is never changed afterwards. What is incompatible takes effect ${SUNSET_DAYS} days later at the earliest, and every tenant it touches is told: those that made the calls within ${CALLERS_DAYS} days, all of them where it names none.`,
    access: permitted('changelog.keep'),
    stepUp: true,
    audit: 'changelog.published',
    params: EntryId,
    status: 200,
    reply: EditedEntry,
    problems: [...found, 'changelog.unfit', 'changelog.published'],
  }),
  withdraw: endpoint({
    method: 'POST',
    path: `${desk}/{id}/withdrawal`,
    summary: 'Take back what was published',
    description: 'It stays readable, marked as taken back, and whoever was told of it is told of that.',
    access: permitted('changelog.keep'),
    stepUp: true,
    audit: 'changelog.withdrawn',
    params: EntryId,
    body: z.strictObject({ because: inBoth(1_000) }).meta({ id: 'ChangelogWithdrawal' }),
    status: 200,
    reply: EditedEntry,
    problems: [...found, 'changelog.not_published'],
  }),
  callers: endpoint({ method: 'GET', path: '/v1/admin/deprecations', summary: 'Who still calls what will end', access: permitted('changelog.see'), status: 200, reply: z.object({ items: z.array(DeprecatedCaller) }).meta({ id: 'DeprecatedCallerList' }), problems: [] }),
};
