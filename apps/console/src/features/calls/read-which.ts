import { callOutcomes, idOf, type LedgerCall } from '@inkproof/contract';

/** Which calls an address asks for. What it asks for wrongly it does not ask for. */
export const readWhich = ({ outcome, key }: Record<string, string | string[] | undefined>): { outcome?: LedgerCall['outcome']; key?: `key_${string}` } => {
  const read = idOf('key').safeParse(key);
  return { outcome: callOutcomes.find((one) => one === outcome), key: read.success ? read.data : undefined };
};
