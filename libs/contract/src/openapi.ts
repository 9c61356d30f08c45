import { z } from 'zod';
import { api } from './api.js';
import type { Access, Endpoint } from './endpoint.js';
import { componentOf } from './maintenance/component-of.js';
import { permissionOf } from './permission.js';
import { Problem, problems, type ProblemCode } from './problem.js';

type Json = Record<string, unknown>;

/** Whether a call may carry an Idempotency-Key. At the door itself there is nobody yet whose key it would be. */
const isIdempotent = ({ access, method }: Pick<Endpoint, 'access' | 'method'>): boolean => method === 'POST' && !access.anyone;

const idempotencyKey: Json = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'Your own name for this call, such as a UUID. A repetition under it gets the same answer again for 24 hours, marked `Idempotent-Replayed: true`, and nothing is done or billed twice. The answer is kept for that, sealed, also where nothing else of a call is kept',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
};

/** Refusals any endpoint of its kind may answer with, beside those it names. */
const always = (endpoint: Endpoint): ProblemCode[] => {
  const { access, method, body, scope, closedBySuspension, stepUp, beforeEnrolment } = endpoint;
  return [
    ...(access.anyone ? [] : (['auth.required', 'access.denied'] as const)),
    ...(access.key ? (['key.malformed', 'key.unknown', 'key.revoked', 'key.rotated', 'key.expired', 'key.address_refused'] as const) : []),
    ...(scope && scope !== 'any' ? (['key.scope_missing'] as const) : []),
    ...(access.key || access.member ? (['tenant.ended'] as const) : []),
    ...(closedBySuspension ? (['tenant.suspended'] as const) : []),
    ...(componentOf(endpoint) ? (['maintenance.in_progress'] as const) : []),
    ...(access.member || access.staff ? (['session.expired'] as const) : []),
    ...((access.member || access.staff) && !beforeEnrolment ? (['mfa.enrolment_required'] as const) : []),
    ...(stepUp ? (['session.step_up_required'] as const) : []),
    ...((access.member || access.staff) && method !== 'GET' ? (['request.cross_site'] as const) : []),
    ...(isIdempotent({ access, method }) ? (['request.invalid', 'idempotency.in_flight', 'idempotency.mismatch'] as const) : []),
    ...(body ? (['request.invalid', 'request.too_large', 'request.unsupported_type', 'request.interrupted'] as const) : []),
    'server.fault',
    'capacity.store_unavailable',
  ];
};

type Direction = 'input' | 'output';

/** A value that is first brought into shape is described by that shape: nobody could send anything else. */
const intoShape: NonNullable<Parameters<typeof z.toJSONSchema>[1]>['override'] = ({ zodSchema, jsonSchema }) => {
  const { def } = zodSchema._zod as { def: { type: string; in?: { _zod: { def: { type: string } } }; out?: z.ZodType } };
  if (def.type !== 'pipe' || def.in?._zod.def.type !== 'transform' || !def.out) return;
  const { $schema: _version, $defs: _named, id: _id, ...inner } = z.toJSONSchema(def.out, { io: 'input', unrepresentable: 'any', override: intoShape });
  Object.assign(jsonSchema, inner);
};

/** zod keeps named schemas beside the one that refers to them; a document keeps them all in one place. */
const referring = (schema: Json): Json => JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/')) as Json;

/** JSON Schema 2020-12, as OpenAPI 3.1 takes it; schemas with an id are referred to, any other is written out. */
const written = (schema: z.ZodType, io: Direction): Json => {
  const { $schema: _version, $defs: _named, id: _id, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', override: intoShape });
  return referring(rest);
};

const idOfSchema = (schema: z.ZodType): string | undefined => z.globalRegistry.get(schema)?.id;

const shape = (schema: z.ZodType, io: Direction = 'output'): Json => {
  const id = idOfSchema(schema);
  return id ? { $ref: `#/components/schemas/${id}` } : written(schema, io);
};

/** Every named schema that the table reaches. What a caller sends is described as sent: defaults need not be given. */
const components = (endpoints: Endpoint[]): Json => {
  const named: Json = {};
  const collect = (schema: z.ZodType, io: Direction) => {
    const { $defs = {} } = z.toJSONSchema(z.object({ it: schema }), { io, unrepresentable: 'any', override: intoShape });
    for (const [id, { id: _id, ...rest }] of Object.entries($defs)) named[id] ??= referring(rest);
  };
  for (const { body, upload } of endpoints) for (const sent of [body, upload?.options]) if (sent) collect(sent, 'input');
  for (const { reply, later } of endpoints) for (const answered of [reply, later]) if (answered) collect(answered, 'output');
  collect(Problem, 'output');
  return Object.fromEntries(Object.entries(named).sort(([a], [b]) => (a < b ? -1 : 1)));
};

const parameters = (schema: z.ZodType | undefined, place: 'path' | 'query'): Json[] => {
  if (!schema) return [];
  const { properties = {}, required = [] } = written(schema, 'input') as { properties?: Record<string, Json>; required?: string[] };
  return Object.entries(properties).map(([name, { description, ...rest }]) => ({ name, in: place, required: place === 'path' || required.includes(name), description, schema: rest }));
};

const FILE: Json = { type: 'string', format: 'binary' };

const requestBody = ({ body, upload, takesLines, attaches }: Endpoint): Json | undefined => {
  if (!body) return undefined;
  const content: Json = { 'application/json': { schema: shape(body, 'input') } };
  if (takesLines) for (const mediaType of ['application/x-ndjson', 'text/csv']) content[mediaType] = { schema: { type: 'string', description: 'The items, one a line' } };
  if (attaches) {
    const members = written(body, 'input') as { properties?: Json };
    content['multipart/form-data'] = { schema: { ...members, properties: { ...members.properties, file: { type: 'array', items: FILE, maxItems: attaches.maxFiles, description: `Files of at most ${attaches.maxFileBytes} bytes, one part each, and of ${attaches.maxBytes} bytes together` } } } };
  }
  if (upload) {
    const options = written(upload.options, 'input') as { properties?: Json; required?: string[] };
    content['multipart/form-data'] = {
      schema: { ...options, properties: { file: upload.several ? { type: 'array', items: FILE, description: 'The files, one part each' } : { ...FILE, description: 'The file' }, ...options.properties }, required: ['file', ...(options.required ?? [])] },
    };
    for (const mediaType of upload.mediaTypes) content[mediaType] = { schema: FILE };
  }
  return { required: true, content };
};

const replies = (endpoint: Endpoint): Json => {
  const content: Json = endpoint.reply ? { 'application/json': { schema: shape(endpoint.reply) } } : {};
  for (const mediaType of Object.values(endpoint.formats ?? {})) content[mediaType] = { schema: { type: 'string' } };
  const answers: Json = { [endpoint.status]: { description: endpoint.summary, ...(endpoint.reply ? { content } : {}) } };
  if (endpoint.later) answers[202] = { description: 'Accepted, to be answered later', content: { 'application/json': { schema: shape(endpoint.later) } } };
  const refusals = [...new Set([...endpoint.problems, ...always(endpoint)])];
  for (const status of [...new Set(refusals.map((code) => problems[code].status))].sort()) {
    const codes = refusals.filter((code) => problems[code].status === status);
    answers[status] = { description: codes.map((code) => `\`${code}\` ${problems[code].title}`).join('; '), content: { 'application/problem+json': { schema: shape(Problem) } } };
  }
  return answers;
};

const security = ({ anyone, key, member, staff }: Access): Json[] => (anyone ? [] : [...(key ? [{ apiKey: [] }] : []), ...(member || staff ? [{ session: [] }] : [])]);

const operation = (chapter: string, name: string, endpoint: Endpoint): Json => ({
  operationId: `${chapter}.${name}`,
  tags: [chapter],
  summary: endpoint.summary,
  description: endpoint.description,
  parameters: [...parameters(endpoint.params, 'path'), ...parameters(endpoint.query, 'query'), ...(isIdempotent(endpoint) ? [idempotencyKey] : [])],
  requestBody: requestBody(endpoint),
  responses: replies(endpoint),
  security: security(endpoint.access),
  'x-permission': permissionOf(endpoint.access),
  'x-roles': endpoint.access.anyone ? undefined : [...(endpoint.access.key ? ['key'] : []), ...(endpoint.access.member ?? []), ...(endpoint.access.staff ?? [])],
});

/** The OpenAPI 3.1 document of the whole API, made from the endpoint table. */
export const openApi = (version: string): Json => {
  const paths: Record<string, Json> = {};
  const chapters = Object.entries(api).map(([chapter, endpoints]) => ({ chapter, endpoints: Object.entries(endpoints as Record<string, Endpoint>) }));
  for (const { chapter, endpoints } of chapters)
    for (const [name, endpoint] of endpoints) (paths[endpoint.path] ??= {})[endpoint.method.toLowerCase()] = operation(chapter, name, endpoint);
  const document = {
    openapi: '3.1.0',
    info: { title: 'Inkproof', version, description: 'Text recognition under a service agreement.', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    paths,
    components: {
      schemas: components(chapters.flatMap(({ endpoints }) => endpoints.map(([, endpoint]) => endpoint))),
      securitySchemes: {
        apiKey: { type: 'http', scheme: 'bearer', description: 'An API key, `ink_live_…` or `ink_test_…`' },
        session: { type: 'apiKey', in: 'cookie', name: 'inkproof_session', description: 'The session of a signed-in person; over TLS its name is __Host-inkproof_session' },
      },
    },
  };
  // Members that are undefined have no place in a document.
  return JSON.parse(JSON.stringify(document)) as Json;
};
