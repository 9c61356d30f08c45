import { api, CALLERS_DAYS, SUNSET_DAYS, type ChangelogDraft, type Endpoint } from '@inkproof/contract';
import { DAY_MS } from '@inkproof/kernel';

/** `GET /v1/usage`. */
export const nameOfCall = ({ method, path }: Pick<Endpoint, 'method' | 'path'>): string => `${method} ${path}`;

/** Every call the API answers today. */
export const callsOfToday: ReadonlySet<string> = new Set(Object.values(api).flatMap((chapter) => Object.values(chapter).map((one: Endpoint) => nameOfCall(one))));

/** Since when whoever made a call counts as one who makes it. */
export const callersSince = (now: Date): Date => new Date(now.getTime() - CALLERS_DAYS * DAY_MS);

/** A published deprecation, as far as the end of its calls is judged by it. */
export interface Discouraged {
  calls: readonly string[];
  sunsetAt: Date;
}

type Draft = Omit<ChangelogDraft, 'title' | 'words'>;

const asDeprecation = ({ calls, compatible, effective_at, sunset_at, successor }: Draft, known: ReadonlySet<string>): string | undefined => {
  if (!calls.length) return 'A deprecation names the calls that will end: `calls`.';
  if (compatible) return 'A deprecation is not compatible: whoever makes the calls has to change something. Set `compatible` to false.';
  if (sunset_at === null) return 'A deprecation says when the calls end: `sunset_at`.';
  if (sunset_at < effective_at) return 'Nothing ends before it is discouraged (RFC 8594): `sunset_at` lies before `effective_at`.';
  if (successor !== null && (!known.has(successor) || calls.includes(successor))) return `\`successor\` must be another call of today; ${successor} is not.`;
  return undefined;
};

/** What a draft breaks, as a sentence for whoever wrote it; undefined when it holds together. */
export const faultOf = (draft: Draft, known: ReadonlySet<string> = callsOfToday): string | undefined => {
  const unknown = draft.kind === 'removed' ? [] : draft.calls.filter((call) => !known.has(call));
  if (unknown.length) return `The API has no such call: ${unknown.join(', ')}.`;
  if (!draft.compatible && (draft.kind === 'added' || draft.kind === 'fixed')) return `What is ${draft.kind} breaks nothing. Call it \`changed\`, or set \`compatible\` to true.`;
  if (draft.kind === 'deprecated') return asDeprecation(draft, known);
  if (draft.sunset_at !== null || draft.successor !== null) return '`sunset_at` and `successor` belong to a deprecation.';
  return undefined;
};

/** What keeps an entry from being published at `now`; undefined when nothing does. `discouraged`: published deprecations that stand. */
export const faultOfPublishing = (draft: Draft, now: Date, discouraged: readonly Discouraged[], known: ReadonlySet<string> = callsOfToday): string | undefined => {
  const fault = faultOf(draft, known);
  if (fault || draft.compatible || draft.kind === 'security') return fault;
  if (draft.kind === 'removed' && draft.calls.length) {
    const effective = new Date(draft.effective_at);
    const abrupt = draft.calls.filter((call) => !discouraged.some(({ calls, sunsetAt }) => calls.includes(call) && sunsetAt <= effective));
    return abrupt.length ? `These calls are not over yet; a deprecation whose \`sunset_at\` has come must stand before: ${abrupt.join(', ')}.` : undefined;
  }
  const earliest = new Date(now.getTime() + SUNSET_DAYS * DAY_MS);
  const [name, at] = draft.kind === 'deprecated' ? ['sunset_at', draft.sunset_at!] : ['effective_at', draft.effective_at];
  return new Date(at) < earliest ? `What is incompatible is said ${SUNSET_DAYS} days beforehand: \`${name}\` is ${earliest.toISOString()} at the earliest.` : undefined;
};
