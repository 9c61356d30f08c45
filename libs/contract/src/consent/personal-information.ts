import { z } from 'zod';
import { idOf } from '../fields.js';
import { personalCategories, PersonalCategories } from './vocabulary.js';

const FilingOrVersion = z.union([idOf('flg'), idOf('flv')]);

/** What a caller says the picture holds of people, and what permits that it is read. */
export const DeclaredInformation = z.union([
  z.literal('none'),
  z.strictObject({
    filing: FilingOrVersion.describe('`flg_…` for its version in force, or `flv_…` for exactly that version'),
    authorization: idOf('aut').optional().describe('The word of the one person whose information it is'),
    categories: PersonalCategories.min(1).optional().describe('What the picture holds; all that the filing, or the authorisation, names when absent'),
  }),
]);
export type DeclaredInformation = z.output<typeof DeclaredInformation>;

/** What a call relied on. */
export const ReliedOn = z
  .object({
    filing: idOf('flg'),
    version: z.int(),
    version_id: idOf('flv').describe('The text as it stood that second'),
    authorization: idOf('aut').nullable(),
    categories: z.array(z.enum(personalCategories)),
  })
  .meta({ id: 'ReliedOn' });
export type ReliedOn = z.infer<typeof ReliedOn>;

/** What becomes of a result in which something was found that was not declared. */
export const undeclaredPolicies = ['returned', 'masked', 'withheld'] as const;
export type UndeclaredPolicy = (typeof undeclaredPolicies)[number];

export const ScreenedInformation = z
  .object({
    relied_on: ReliedOn.nullable().describe('Null where none was declared'),
    found: z.array(z.enum(personalCategories)).describe('All that was found in the result, declared or not. The detector finds what has a form of its own; it is no proof that there is nothing else'),
    undeclared: z
      .array(z.object({ category: z.enum(personalCategories), kinds: z.array(z.string()), pages: z.array(z.int()), count: z.int() }))
      .describe('What was found and had not been declared. A warning: see that it is covered before you go on'),
    result: z.enum(undeclaredPolicies).describe('`returned` as read; `masked`, with what was found hidden by ▇; `withheld`, without any text. As your policy says where something undeclared was found'),
  })
  .meta({ id: 'ScreenedInformation' });
export type ScreenedInformation = z.infer<typeof ScreenedInformation>;
