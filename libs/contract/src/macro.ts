import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { idOf, Moment, wordsUpTo } from './fields.js';
import { permitted } from './permission.js';
import { stateAfterReply, ticketPriorities } from './ticket.js';

/** What may stand in a saved answer as `{{name}}`: facts of the ticket that its tenant can read, and whoever answers. Nothing of notes. */
export const macroPlaceholders = ['ticket', 'subject', 'tenant', 'asker', 'me'] as const;
export type MacroPlaceholder = (typeof macroPlaceholders)[number];

const PLACEHOLDER = /\{\{\s*([^{}]*?)\s*\}\}/g;
const isKnown = (name: string): name is MacroPlaceholder => (macroPlaceholders as readonly string[]).includes(name);

/** A saved answer about one ticket. In one pass, so that what a tenant called its ticket is never read as a placeholder. */
export const filledIn = (words: string, values: Record<MacroPlaceholder, string>): string => words.replace(PLACEHOLDER, (whole, name: string) => (isKnown(name) ? values[name] : whole));

const onlyKnown = (words: string): boolean => [...words.matchAll(PLACEHOLDER)].every(([, name]) => isKnown(name!));
const words = wordsUpTo(20_000).refine(onlyKnown, `may hold only ${macroPlaceholders.map((name) => `{{${name}}}`).join(', ')}`);

const macro = {
  name: wordsUpTo(80).describe('By which it is chosen'),
  words: z.strictObject({ zh: words, en: words }).describe(`Markdown. ${macroPlaceholders.map((name) => `\`{{${name}}}\``).join(', ')} become those of the ticket`),
  state: z.enum(stateAfterReply).nullable().describe('What the ticket is afterwards; null leaves it to whoever answers'),
  priority: z.enum(ticketPriorities).nullable().describe('The priority it gets; null leaves it as it is'),
};

export const MacroDraft = z.strictObject(macro).meta({ id: 'MacroDraft' });
export type MacroDraft = z.output<typeof MacroDraft>;

export const Macro = z.object({ id: idOf('mcr'), ...macro, changed_at: Moment, changed_by: z.object({ id: idOf('per'), name: z.string().nullable() }) }).meta({ id: 'Macro' });
export type Macro = z.infer<typeof Macro>;

const MacroId = z.object({ id: idOf('mcr') });
const path = '/v1/admin/macros';

export const macroApi = {
  list: endpoint({ method: 'GET', path, summary: 'Saved answers of the desk', description: 'By name, without those that were put away.', access: permitted('desk.see'), status: 200, reply: z.object({ items: z.array(Macro) }).meta({ id: 'MacroList' }), problems: [] }),
  create: endpoint({ method: 'POST', path, summary: 'Save an answer', access: permitted('macro.keep'), audit: 'macro.saved', body: MacroDraft, status: 201, reply: Macro, problems: ['request.invalid'] }),
  change: endpoint({ method: 'PUT', path: `${path}/{id}`, summary: 'Change a saved answer', description: 'Answers that were given with it stay as they were sent.', access: permitted('macro.keep'), audit: 'macro.changed', params: MacroId, body: MacroDraft, status: 200, reply: Macro, problems: ['request.invalid', 'macro.not_found'] }),
  retire: endpoint({ method: 'POST', path: `${path}/{id}/retirement`, summary: 'Put a saved answer away', description: 'It is offered to nobody any more.', access: permitted('macro.keep'), audit: 'macro.retired', params: MacroId, status: 204, problems: ['request.invalid', 'macro.not_found'] }),
};
