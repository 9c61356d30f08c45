/** A passkey as it is kept. */
export interface Passkey {
  /** What the authenticator calls it, base64url. */
  credentialId: string;
  /** COSE. */
  publicKey: Uint8Array<ArrayBuffer>;
  /** How often it was used, as far as its authenticator counts. */
  counter: number;
  transports: string[];
}
