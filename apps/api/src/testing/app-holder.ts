import { api } from '@inkproof/contract';
import { TOTP } from 'otpauth';
import { send, somebody } from './sending.js';
import type { Credentials, World } from './world.js';

const HALF_A_MINUTE_MS = 30_000;

/** Somebody to whom an authenticator app was offered, and the code it would show. */
export const withOffer = async (world: World): Promise<{ email: string; session: Credentials; ticket: string; secret: string; code: () => string }> => {
  const who = await somebody(world);
  const { body } = await send(world, api.factors.offerTotp, who.session);
  const { ticket, secret } = body as { ticket: string; secret: string };
  return { ...who, ticket, secret, code: () => new TOTP({ secret }).generate() };
};

/** Somebody who has an app. The code that added it is used up; the next one is taken a little early. */
export const withApp = async (world: World): Promise<{ email: string; session: Credentials; factor: string; recoveryCodes: string[]; nextCode: () => string }> => {
  const { email, session, ticket, secret, code } = await withOffer(world);
  const { body } = await send(world, api.factors.addTotp, session, { body: { ticket, code: code(), name: 'phone' } });
  const { factor, recovery_codes } = body as { factor: { id: string }; recovery_codes: string[] };
  return { email, session, factor: factor.id, recoveryCodes: recovery_codes, nextCode: () => new TOTP({ secret }).generate({ timestamp: new Date().getTime() + HALF_A_MINUTE_MS }) };
};
