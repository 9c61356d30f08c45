interface Known {
  /** Public keys that were fetched. */
  known?: readonly unknown[];
  /** Ids of keys that are known. */
  keys?: readonly string[];
}
export interface DocumentVerdict {
  ok: boolean;
  fault: string | null;
  kind: 'receipt' | 'certificate' | 'filing_export';
  [said: string]: unknown;
}
export const verifyReceipt: (bytes: Uint8Array, known?: Known) => DocumentVerdict;
export const verifyCertificate: (bytes: Uint8Array, known?: Known) => DocumentVerdict;
export const verifyBundle: (files: ReadonlyMap<string, Uint8Array>, known?: Pick<Known, 'keys'>) => DocumentVerdict;
export const keysIn: (said: { keys: readonly object[] }) => unknown[];
