import fs from 'node:fs';
import path from 'node:path';
import { openApi, SUNSET_DAYS } from '@inkproof/contract';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { breakingBetween } from './parts/breaking.mjs';

const folder = path.resolve(import.meta.dirname, '../docs/openapi');
const read = (file: string): unknown => JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8'));
const released = fs.readdirSync(folder).filter((name) => /^\d+\.\d+\.\d+\.json$/.test(name));
const { version } = JSON.parse(fs.readFileSync(path.resolve(import.meta.dirname, '../apps/api/package.json'), 'utf8')) as { version: string };
const today = openApi(version);

/** Differences that break programs and were told half a year before. `difference` is a sentence of this spec's failure. */
const Told = z.array(z.strictObject({ since: z.string(), difference: z.string(), entry: z.string().regex(/^chl_/), announced: z.iso.date(), ends: z.iso.date() }));
const told = Told.parse(read('breaking.json'));

it('the document of the release that is current is kept', () => expect(released).toContain(`${version}.json`));

describe.each(released)('a program written for %s', (file) => {
  it('works today, but for what was told half a year before it ended', () => {
    const known = told.filter(({ since }) => `${since}.json` === file).map(({ difference }) => difference);
    expect(breakingBetween(read(file), today).filter((difference) => !known.includes(difference))).toEqual([]);
  });
});

it.each(told)('$difference was told in time', ({ announced, ends }) => expect(Date.parse(ends) - Date.parse(announced)).toBeGreaterThanOrEqual(SUNSET_DAYS * 86_400_000));

/** What a change of the API does to a small document of one call, so that the judgement itself is judged. */
describe('what breaks a program', () => {
  // Each change reaches as deep into the document as it likes, also to what was not there before.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  type Document = Record<string, any>;
  const shape = (): Document => ({
    openapi: '3.1.0',
    info: { title: 'x', version: '1' },
    paths: {
      '/v1/things': {
        post: {
          parameters: [{ name: 'kind', in: 'query', required: false, schema: { type: 'string', enum: ['a', 'b'] } }],
          requestBody: { required: true, content: { 'application/json': { schema: { $ref: '#/components/schemas/NewThing' } } } },
          responses: { '201': { description: 'x', content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } } } },
        },
      },
    },
    components: {
      schemas: {
        NewThing: { type: 'object', properties: { name: { type: 'string', maxLength: 10 }, note: { type: 'string' } }, required: ['name'], additionalProperties: false },
        Thing: { type: 'object', properties: { id: { type: 'string' }, size: { type: 'integer' } }, required: ['id', 'size'] },
      },
    },
  });
  const after = (change: (document: Document) => void): string[] => {
    const changed = shape();
    change(changed);
    return breakingBetween(shape(), changed);
  };
  const post = (document: Document) => document['paths']['/v1/things'].post;
  const schemas = (document: Document) => document['components'].schemas;

  beforeAll(() => expect(breakingBetween(shape(), shape())).toEqual([]));

  it.each<[string, (document: Document) => void]>([
    ['a path that is gone', (d) => delete d['paths']['/v1/things']],
    ['another status', (d) => { post(d).responses['200'] = post(d).responses['201']; delete post(d).responses['201']; }],
    ['a query that must be given', (d) => post(d).parameters.push({ name: 'other', in: 'query', required: true, schema: { type: 'string' } })],
    ['a choice that is no longer taken', (d) => post(d).parameters[0].schema.enum.pop()],
    ['a member that must be sent', (d) => schemas(d).NewThing.required.push('note')],
    ['a new member that must be sent', (d) => { schemas(d).NewThing.properties.more = { type: 'string' }; schemas(d).NewThing.required.push('more'); }],
    ['a narrower bound', (d) => (schemas(d).NewThing.properties.name.maxLength = 5)],
    ['an answer without a member', (d) => { delete schemas(d).Thing.properties.size; schemas(d).Thing.required.pop(); }],
    ['an answer that may lack a member', (d) => schemas(d).Thing.required.pop()],
    ['an answer of another type', (d) => (schemas(d).Thing.properties.size = { type: 'string' })],
  ])('%s', (_, change) => expect(after(change)).not.toEqual([]));

  it.each<[string, (document: Document) => void]>([
    ['a new path', (d) => (d['paths']['/v1/others'] = structuredClone(d['paths']['/v1/things']))],
    ['a query that may be given', (d) => post(d).parameters.push({ name: 'other', in: 'query', required: false, schema: { type: 'string' } })],
    ['one more choice', (d) => post(d).parameters[0].schema.enum.push('c')],
    ['a member that may be sent', (d) => (schemas(d).NewThing.properties.more = { type: 'string' })],
    ['a wider bound', (d) => (schemas(d).NewThing.properties.name.maxLength = 20)],
    ['an answer with one more member', (d) => (schemas(d).Thing.properties.more = { type: 'string' })],
    ['other words', (d) => (post(d).description = 'x')],
  ])('and what does not: %s', (_, change) => expect(after(change)).toEqual([]));
});

