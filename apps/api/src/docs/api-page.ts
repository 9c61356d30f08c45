import { escape, page, prose } from './page.js';

interface Schema {
  $ref?: string;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  default?: unknown;
  description?: string;
  items?: Schema;
  prefixItems?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  anyOf?: Schema[];
  format?: string;
}
interface Operation {
  operationId: string;
  summary: string;
  description?: string;
  'x-roles'?: string[];
  parameters: { name: string; in: string; required: boolean; description?: string; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: Schema }> }>;
}
interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

const anchor = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
const named = ($ref: string): string => $ref.split('/').at(-1) ?? '';

/** A schema in a few words: `string or null`, `array of Word`, `"live" or "test"`. */
const inWords = (schema: Schema): string => {
  if (schema.$ref) return `<a href="#schema-${anchor(named(schema.$ref))}">${escape(named(schema.$ref))}</a>`;
  if (schema.const !== undefined) return `<code>${escape(JSON.stringify(schema.const))}</code>`;
  if (schema.enum) return schema.enum.map((value) => `<code>${escape(JSON.stringify(value))}</code>`).join(' or ');
  if (schema.anyOf) return schema.anyOf.map(inWords).join(' or ');
  if (schema.prefixItems) return `[${schema.prefixItems.map(inWords).join(', ')}]`;
  if (schema.items) return `array of ${inWords(schema.items)}`;
  if (schema.properties) return `object: ${Object.entries(schema.properties).map(([name, member]) => `<code>${escape(name)}</code> ${inWords(member)}`).join(', ')}`;
  return escape([schema.type ?? 'any'].flat().join(' or '));
};

const rowsOf = (members: { name: string; place?: string; required: boolean; schema: Schema; description?: string }[]): string =>
  members
    .map(({ name, place, required, schema, description }) => {
      const standard = schema.default === undefined ? '' : `. Default <code>${escape(JSON.stringify(schema.default))}</code>`;
      return `<tr><td><code>${escape(name)}</code>${place ? ` <small>${place}</small>` : ''}${required ? '' : ' <small>optional</small>'}</td><td>${inWords(schema)}</td><td>${prose(description ?? schema.description ?? '')}${standard}</td></tr>`;
    })
    .join('');

const table = (rows: string): string => (rows ? `<table class="members"><tbody>${rows}</tbody></table>` : '');

const callers = (roles: readonly string[] = []): string => roles.map((role) => (role === 'key' ? 'API key' : role)).join(', ') || 'anyone';

const operation = (method: string, path: string, said: Operation): string => {
  const bodies = Object.entries(said.requestBody?.content ?? {}).map(([mediaType, { schema }]) => `<li><code>${escape(mediaType)}</code> ${schema.format === 'binary' ? 'the file itself' : inWords(schema)}</li>`);
  const answers = Object.entries(said.responses).map(([status, { description, content = {} }]) => {
    const [shape] = Object.values(content);
    const codes = prose(description).replace(/<code>([a-z_]+\.[a-z_]+)<\/code>/g, '<a href="/docs/problems/$1"><code>$1</code></a>');
    return `<tr><td>${status}</td><td>${status < '400' && shape ? inWords(shape.schema) : codes}</td></tr>`;
  });
  return `<section id="${anchor(said.operationId)}"><h3><span class="method">${method.toUpperCase()}</span> <code>${escape(path)}</code></h3><p><strong>${prose(said.summary)}.</strong> ${prose(said.description ?? '')}</p>
<p class="who">For: ${callers(said['x-roles'])}.</p>${table(rowsOf(said.parameters.map(({ name, in: place, required, schema, description }) => ({ name, place, required, schema, description }))))}
${bodies.length ? `<h4>Body, one of</h4><ul>${bodies.join('')}</ul>` : ''}<h4>Answers</h4><table class="answers"><tbody>${answers.join('')}</tbody></table></section>`;
};

const schemaSection = ([name, schema]: [string, Schema]): string =>
  `<section id="schema-${anchor(name)}"><h3>${escape(name)}</h3>${table(rowsOf(Object.entries(schema.properties ?? {}).map(([member, shape]) => ({ name: member, required: schema.required?.includes(member) ?? false, schema: shape }))))}</section>`;

const opening = `<h1>API</h1>
<p>JSON in snake_case, RFC 3339 times in UTC, ids that say what they identify. Programs send an API key as <code>Authorization: Bearer ink_live_…</code>; a key is never taken from an address. Every answer carries <code>X-Request-Id</code>. Every refusal is an RFC 9457 problem with a <a href="/docs/problems">code</a> and is never billed.</p>
<pre><code>curl -H "Authorization: Bearer $INKPROOF_KEY" -F file=@page.png ${'$'}INKPROOF_URL/v1/recognitions</code></pre>
<p>A call is refused with 429 <a href="/docs/problems/rate.exceeded"><code>rate.exceeded</code></a> only when as many calls as the quota allows were <em>accepted</em> in the second before it. Refused calls count for nothing, so retrying costs nothing. Results are for reference: check what matters.</p>`;

/** The whole API on one page, made from the same document that programs read. */
export const apiPage = (document: object): string => {
  const { paths, components } = document as Document;
  const chapters = new Map<string, string[]>();
  const links: string[] = [];
  for (const [path, methods] of Object.entries(paths))
    for (const [method, said] of Object.entries(methods)) {
      const chapter = said.operationId.split('.')[0] ?? '';
      chapters.set(chapter, [...(chapters.get(chapter) ?? []), operation(method, path, said)]);
      links.push(`<li><a href="#${anchor(said.operationId)}"><span class="method">${method.toUpperCase()}</span> ${escape(path)}</a></li>`);
    }
  const body = [...chapters].map(([chapter, sections]) => `<h2>${escape(chapter)}</h2>${sections.join('')}`).join('');
  const schemas = Object.entries(components.schemas).map(schemaSection).join('');
  return page('API', `${opening}${body}<h2>Schemas</h2>${schemas}`, `<aside><nav aria-label="Endpoints"><ul>${links.join('')}</ul></nav></aside>`);
};
