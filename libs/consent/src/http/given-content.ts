import type { FilingChange } from '@inkproof/contract';
import type { Day } from '@inkproof/kernel';
import type { FilingContent } from '../model/filing.js';

/** What a caller said of a version, in the model's words. What was not said is left out. */
export const givenContent = ({ name: _named, text_source, effective_on, ends_on, identity_binding, concerns_minors, retention_days, controller_name, controller_contact, ...same }: FilingChange): Partial<FilingContent> => {
  const renamed = { textSource: text_source, effectiveOn: effective_on as Day | null | undefined, endsOn: ends_on as Day | null | undefined, identityBinding: identity_binding, concernsMinors: concerns_minors, retentionDays: retention_days, controllerName: controller_name, controllerContact: controller_contact };
  return Object.fromEntries(Object.entries({ ...same, ...renamed }).filter(([, value]) => value !== undefined)) as Partial<FilingContent>;
};
