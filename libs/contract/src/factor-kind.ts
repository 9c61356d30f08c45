/** What a person can prove themselves with beside the password. */
export const factorKinds = ['totp', 'passkey'] as const;

/** How a session can begin. */
export const signInWays = ['password', 'passkey', 'oidc'] as const;

/** What a second step can be taken with; `provider` where the operator takes another provider's word for it. */
export const secondWays = ['totp', 'passkey', 'recovery_code', 'provider'] as const;
