import { shanghaiDay, shanghaiTime } from '@inkproof/kernel';
import type { MailTemplate, MailValues } from './mail-values.js';

type Value = string | number | null;
/** By the names that messages use. */
export type Given = Record<string, Value>;

const TO_THE_MINUTE = 16;
const momentOf = (moment: string): string => shanghaiTime(new Date(moment)).slice(0, TO_THE_MINUTE);

/** The last day of a term that ends at this instant, in Shanghai. */
const lastDayOf = (due: string): string => shanghaiDay(new Date(Date.parse(due) - 1));
const endsOnADay = ({ due }: { due: string }): Given => ({ due: lastDayOf(due) });

const whether = (is: boolean): 'yes' | 'no' => (is ? 'yes' : 'no');

/** Beside a template's values, or in place of some: days, moments, sums, and what a message chooses its words by. */
const workedOut: { [Template in MailTemplate]?: (values: MailValues[Template]) => Given } = {
  key_leaked: ({ where }) => ({ found: whether(where !== '') }),
  request_confirm: endsOnADay,
  request_clock: endsOnADay,
  inspection_drawn: endsOnADay,
  inspection_reminder: endsOnADay,
  inspection_late: endsOnADay,
  ticket_answered: ({ words }) => ({ answerable: whether(words !== null) }),
  ticket_warned: ({ priority, clock, percent, due }) => ({ priority: priority.toUpperCase(), spent: clock === 'unassigned' ? 'none' : percent >= 100 ? 'all' : 'some', due: momentOf(due) }),
  intake_broke_off: ({ since, met }) => ({ since: momentOf(since), tried: whether(met !== null) }),
  keeping_ends: ({ ends }) => ({ sum: ends.reduce((sum, { count }) => sum + count, 0) }),
  attestation_due: endsOnADay,
  attestation_late: endsOnADay,
  notice: ({ tenant }) => ({ addressed: whether(tenant !== '') }),
};

const eachText = (texts: readonly string[]): readonly Given[] => texts.map((text) => ({ text }));

/** Of what there are several, by the name under which a message is said for each. */
const several: { [Template in MailTemplate]?: (values: MailValues[Template]) => Record<string, readonly Given[]> } = {
  ticket_answered: ({ words }) => ({ words: words === null ? [] : eachText(words.split(/\n{2,}/)) }),
  keeping_ends: ({ ends }) => ({ ends }),
  notice: ({ paragraphs }) => ({ paragraphs: eachText(paragraphs) }),
};

const singleIn = (values: object): Given => Object.fromEntries(Object.entries(values).filter((entry): entry is [string, Value] => !Array.isArray(entry[1])));

/** What the messages of a template may name: alone, and for each of several. */
export const givenTo = <Template extends MailTemplate>(template: Template, values: MailValues[Template]): { single: Given; lists: Record<string, readonly Given[]> } => ({
  single: { ...singleIn(values), ...workedOut[template]?.(values) },
  lists: several[template]?.(values) ?? {},
});
