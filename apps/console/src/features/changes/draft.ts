import type { ApiKey, ChangeUrgency, Webhook } from '@inkproof/contract';

/** What somebody meant to change, kept in this browser on the way from the form that asked for notice to the notice itself. */
const nameOf = (id: string): string => `change ${id}`;

export const keepDraft = (id: string, values: object): void => sessionStorage.setItem(nameOf(id), JSON.stringify(values));

const takeDraft = (id: string): Partial<ApiKey & Webhook> | null => {
  const kept = sessionStorage.getItem(nameOf(id));
  sessionStorage.removeItem(nameOf(id));
  return kept ? (JSON.parse(kept) as Partial<ApiKey & Webhook>) : null;
};

/** A notice that was begun: what was chosen, and what was typed by the names of its fields. */
export interface Begun {
  subject: string;
  urgency: ChangeUrgency;
  day: string;
  waives: boolean;
  fields: Record<string, string>;
}

const begunOf = (whose: string): string => `notice begun ${whose}`;

/** Kept in this tab until the notice is filed, so that whoever leaves the page goes on where they left it. */
export const keepBegun = (whose: string, begun: Begun): void => sessionStorage.setItem(begunOf(whose), JSON.stringify(begun));
export const forgetBegun = (whose: string): void => sessionStorage.removeItem(begunOf(whose));

/** What a form of a key or webhook asks for, as it would be typed here. */
const typedOf = ({ allowed_addresses, purpose, requests_per_second, retention, url }: Partial<ApiKey & Webhook>): Record<string, string> => {
  const typed = { addresses: allowed_addresses?.join(', '), purpose: purpose ?? undefined, perSecond: requests_per_second?.toString(), retention, url };
  return Object.fromEntries(Object.entries(typed).filter((entry): entry is [string, string] => entry[1] !== undefined));
};

/** What the notice starts with: what another form handed over, or what was begun here and asks for the same. */
export const startOf = (whose: string, asked: string | undefined): { from: 'form' | 'left'; begun: Partial<Begun> } | null => {
  const handed = asked && takeDraft(asked);
  if (handed) return { from: 'form', begun: { subject: asked, fields: typedOf(handed) } };
  const left = sessionStorage.getItem(begunOf(whose));
  const begun = left && (JSON.parse(left) as Begun);
  return begun && (!asked || begun.subject === asked) ? { from: 'left', begun } : null;
};
