import { z } from 'zod';

/** What a browser's authenticator answers runs to a few kilobytes; attestations of some makers are the longest part. */
const Base64Url = (most: number) => z.string().regex(/^[\w-]*$/).max(most);

const credential = { id: Base64Url(1_500), rawId: Base64Url(1_500), type: z.literal('public-key'), authenticatorAttachment: z.enum(['platform', 'cross-platform']).optional(), clientExtensionResults: z.record(z.string(), z.unknown()).default({}) };

/** RegistrationResponseJSON of WebAuthn Level 3. */
export const NewPasskey = z
  .object({ ...credential, response: z.object({ clientDataJSON: Base64Url(4_000), attestationObject: Base64Url(32_000), transports: z.array(z.string().max(32)).max(8).optional() }) })
  .meta({ id: 'NewPasskey' });
export type NewPasskey = z.output<typeof NewPasskey>;

/** AuthenticationResponseJSON of WebAuthn Level 3. */
export const PasskeyAnswer = z
  .object({ ...credential, response: z.object({ clientDataJSON: Base64Url(4_000), authenticatorData: Base64Url(4_000), signature: Base64Url(8_000), userHandle: Base64Url(200).optional() }) })
  .meta({ id: 'PasskeyAnswer' });
export type PasskeyAnswer = z.output<typeof PasskeyAnswer>;

/** For `navigator.credentials`, as WebAuthn writes it in JSON. */
export const PasskeyOptions = z.record(z.string(), z.unknown()).describe('Options for `navigator.credentials`, in the JSON form of WebAuthn Level 3');
