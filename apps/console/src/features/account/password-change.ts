import { Password } from '@inkproof/contract';

export interface PasswordFault {
  field: 'current' | 'next' | 'again';
  reason: 'missing' | 'length' | 'same' | 'differs';
}

/** The first thing that is wrong with a change of password, before the API is asked. */
export const readPasswordChange = ({ current, next, again }: Record<PasswordFault['field'], string>): PasswordFault | null => {
  if (!current) return { field: 'current', reason: 'missing' };
  if (!Password.safeParse(next).success) return { field: 'next', reason: 'length' };
  if (next === current) return { field: 'next', reason: 'same' };
  return next === again ? null : { field: 'again', reason: 'differs' };
};
