import { describe, expect, it } from 'vitest';
import { api } from './api.js';
import type { Endpoint } from './endpoint.js';
import { openApi } from './openapi.js';
import { problems } from './problem.js';

interface Operation {
  operationId: string;
  parameters: { name: string; in: string; required: boolean }[];
  requestBody?: { content: Record<string, { schema: object }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: object }> }>;
  security: Record<string, unknown>[];
}
interface Schema {
  properties: Record<string, { description?: string }>;
  required?: string[];
  anyOf?: object[];
  oneOf?: object[];
}
const document = openApi('1.2.3') as unknown as { openapi: string; info: { version: string }; paths: Record<string, Record<string, Operation>>; components: { schemas: Record<string, Schema> } };
const operation = ({ method, path }: Pick<Endpoint, 'method' | 'path'>): Operation => document.paths[path]![method.toLowerCase()]!;
const endpoints = Object.entries(api).flatMap(([chapter, said]) => Object.entries(said as Record<string, Endpoint>).map(([name, endpoint]) => ({ name: `${chapter}.${name}`, endpoint })));

it('is version 3.1 of OpenAPI and says the version it was asked to say', () => {
  expect(document).toMatchObject({ openapi: '3.1.0', info: { version: '1.2.3' } });
});

describe.each(endpoints)('$name', ({ name, endpoint }) => {
  const said = operation(endpoint);

  it('is told under its own name', () => {
    expect(said.operationId).toBe(name);
  });

  it('tells each refusal it names, under its status', () => {
    for (const code of endpoint.problems) expect(said.responses[problems[code].status]!.description).toContain(`\`${code}\``);
  });

  it('asks for what opens it', () => {
    const { anyone, key, member, staff } = endpoint.access;
    expect(said.security.some((one) => 'apiKey' in one)).toBe(Boolean(key));
    expect(said.security.some((one) => 'session' in one)).toBe(Boolean(member || staff));
    expect(said.security.length === 0).toBe(Boolean(anyone));
  });

  it('tells of the refusals at the door wherever there is a door', () => {
    expect(said.responses['401']?.description.includes('auth.required') ?? false).toBe(!endpoint.access.anyone);
    expect(said.responses['403']?.description.includes('access.denied') ?? false).toBe(!endpoint.access.anyone);
  });

  it('requires what is in the path', () => {
    for (const parameter of said.parameters) if (parameter.in === 'path') expect(parameter.required).toBe(true);
  });
});

it('takes a picture in all three forms', () => {
  const { content } = operation(api.recognitions.create).requestBody!;
  expect(Object.keys(content)).toEqual(['application/json', 'multipart/form-data', ...api.recognitions.create.upload!.mediaTypes]);
});

it('answers in every form that the contract offers', () => {
  expect(Object.keys(operation(api.recognitions.find).responses['200']!.content!)).toEqual(['application/json', ...Object.values(api.recognitions.find.formats!)]);
});

it('tells of the Idempotency-Key on every POST behind the door, and of what it can be refused for', () => {
  for (const { endpoint } of endpoints) {
    const { parameters, responses } = operation(endpoint);
    const takesKey = endpoint.method === 'POST' && !endpoint.access.anyone;
    expect(parameters.some(({ name, in: place }) => name === 'Idempotency-Key' && place === 'header')).toBe(takesKey);
    if (takesKey) expect(responses['409']!.description + responses['422']!.description).toMatch(/`idempotency.in_flight`.*`idempotency.mismatch`/);
  }
});

it('describes options as they are sent, not as they are read', () => {
  const { properties } = document.components.schemas['RecognitionByJson']!;
  expect(properties['languages']).toMatchObject({ type: 'array', items: { type: 'string' }, maxItems: 4 });
  expect(properties['outputs']).toMatchObject({ type: 'array', items: { enum: expect.arrayContaining(['alto']) } });
  expect(properties['recipe']).toMatchObject({ type: 'object' });
});

it('says that a call which does not wait is answered with a job', () => {
  expect(operation(api.recognitions.create).responses['202']!.content!['application/json']!.schema).toEqual({ $ref: '#/components/schemas/Job' });
});

it('has no body in an answer without one', () => {
  expect(operation(api.session.signOut).responses['204']).not.toHaveProperty('content');
});

it('asks a caller for nothing that has a default, and promises it in answers', () => {
  const { KeyRequest, ApiKey } = document.components.schemas;
  expect(KeyRequest!.required).toEqual(['label']);
  expect(ApiKey!.required).toContain('environment');
});

it('holds no schema without members', () => {
  for (const [name, { properties, anyOf, oneOf }] of Object.entries(document.components.schemas)) expect(Object.keys(properties ?? anyOf ?? oneOf ?? {}).length, name).toBeGreaterThan(0);
});

it('is plain data, the same each time', () => {
  expect(openApi('1.2.3')).toEqual(document);
  expect(JSON.parse(JSON.stringify(document))).toEqual(document);
});
