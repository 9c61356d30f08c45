import { z } from 'zod';
import { endpoint } from '../endpoint.js';
import { Day, idOf, Moment, wordsUpTo } from '../fields.js';
import { permitted } from '../permission.js';

const DAYS_MAX = 120;

export const NamedDay = z.strictObject({ day: Day, kind: z.enum(['holiday', 'make_up']).describe('`make_up`: a Saturday or Sunday that is worked (调休)'), name: wordsUpTo(40) }).meta({ id: 'NamedDay' });
export type NamedDay = z.output<typeof NamedDay>;

export const YearUpload = z
  .strictObject({
    year: z.coerce.number().int().min(2008).max(2999),
    source: wordsUpTo(500).describe('Where the notice of the State Council can be read'),
    items: z.array(NamedDay).min(1).max(DAYS_MAX).describe('Every holiday and every make-up day it announces. Those of New Year may lie in the December before'),
  })
  .meta({ id: 'YearUpload' });
export type YearUpload = z.output<typeof YearUpload>;

export const KnownYear = z
  .object({ year: z.int(), source: z.string(), items: z.array(NamedDay).describe('By day'), entered: z.object({ id: idOf('cal'), at: Moment, by: z.string() }).nullable().describe('Null for what ships with this version') })
  .meta({ id: 'KnownYear' });
export type KnownYear = z.infer<typeof KnownYear>;

const path = '/v1/admin/working-days';

export const workingDaysApi = {
  list: endpoint({ method: 'GET', path, summary: 'Years whose working days are known', access: permitted('change.see'), status: 200, reply: z.object({ items: z.array(KnownYear) }).meta({ id: 'KnownYearList' }), problems: [] }),
  enter: endpoint({
    method: 'POST',
    path,
    summary: 'Enter the working days of a year',
    description: 'From the notice of the State Council, as JSON, or as NDJSON or CSV (`day,kind,name`) with year and source in the query. Holds at once on every node, and takes the place of what was known of that year; notices that were filed keep their dates.',
    access: permitted('calendar.keep'),
    audit: 'calendar.entered',
    body: YearUpload,
    takesLines: true,
    status: 201,
    reply: KnownYear,
    problems: ['request.invalid', 'change.calendar_invalid'],
  }),
};
