'use client';
import type { NewPasskey, PasskeyAnswer } from '@inkproof/contract';
import { startAuthentication, startRegistration, type PublicKeyCredentialCreationOptionsJSON, type PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser';

type Options = Record<string, unknown>;

/** Lets the browser ask its authenticators for a passkey. */
export const askPasskey = (options: Options): Promise<PasskeyAnswer> => startAuthentication({ optionsJSON: options as unknown as PublicKeyCredentialRequestOptionsJSON }) as Promise<PasskeyAnswer>;

/** Lets one of them make a new one. */
export const makePasskey = (options: Options): Promise<NewPasskey> => startRegistration({ optionsJSON: options as unknown as PublicKeyCredentialCreationOptionsJSON }) as Promise<NewPasskey>;

const CANCELLED = ['NotAllowedError', 'AbortError'];

/** Somebody thought better of it, or let the browser's own question run out. That is no fault to speak of. */
export const isCancelled = (error: unknown): boolean => error instanceof Error && CANCELLED.includes(error.name);

/** The authenticator has a passkey of this person already, or cannot do what was asked. */
export const isPasskeyFault = (error: unknown): boolean => error instanceof Error && ['InvalidStateError', 'SecurityError', 'NotSupportedError', 'ConstraintError'].includes(error.name);
