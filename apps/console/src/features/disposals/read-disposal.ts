import { disposalMethods, disposalTechniques, disposalVerifications, mediaKinds, recordClasses, type DisposalRequest } from '@inkproof/contract';
import { textOf } from '../dialogs/text-of';
import { dateOf } from '../../words/wall-clock';

type Said = Omit<DisposalRequest, 'files' | 'corrects'>;
export type DisposalFault = 'make' | 'serial' | 'place' | 'reason' | 'sanitised_at' | 'verification' | 'tenants';

const oneOf = <Value extends string>(values: readonly Value[], given: FormDataEntryValue | null): Value => values.find((value) => value === given) ?? values[0]!;

/** What the fields of an entry say; `wrong` names the first that is not filled in. */
export const readDisposal = (fields: FormData, named: readonly `ten_${string}`[]): { wrong: DisposalFault } | { wrong: null; said: Said } => {
  const classes = recordClasses.filter((one) => fields.has(one));
  const tenants = classes.length === 0 ? [] : fields.get('whose') === 'all' ? ('all' as const) : [...named];
  for (const name of ['make', 'serial', 'place'] as const) if (textOf(fields, name) === '') return { wrong: name };
  if (classes.length > 0 && tenants.length === 0) return { wrong: 'tenants' };
  for (const name of ['reason', 'verification'] as const) if (textOf(fields, name) === '') return { wrong: name };
  const at = dateOf(textOf(fields, 'sanitised_at'));
  if (Number.isNaN(at.getTime())) return { wrong: 'sanitised_at' };
  return {
    wrong: null,
    said: {
      kind: oneOf(mediaKinds, fields.get('kind')),
      make: textOf(fields, 'make'),
      serial: textOf(fields, 'serial'),
      place: textOf(fields, 'place'),
      classes,
      tenants,
      reason: textOf(fields, 'reason'),
      method: oneOf(disposalMethods, fields.get('method')),
      technique: oneOf(disposalTechniques, fields.get('technique')),
      sanitised_at: at.toISOString(),
      verified_by: oneOf(disposalVerifications, fields.get('verified_by')),
      verification: textOf(fields, 'verification'),
      contractor: textOf(fields, 'contractor') || null,
    },
  };
};
