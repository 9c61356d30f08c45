/**
 * What an API key may be used for, said once. Every endpoint that a key may call names its scope, and the door asks the key
 * for it; `any` is open to every key. A name is a promise: keys were issued with it.
 */
export const keyScopes = ['recognise', 'results', 'jobs', 'usage', 'webhooks', 'consent', 'tickets', 'changes', 'notices', 'erase'] as const;
export type KeyScope = (typeof keyScopes)[number];

/** What a key is for unless somebody says otherwise: everything but what cannot be undone. */
export const usualScopes: readonly KeyScope[] = keyScopes.filter((scope) => scope !== 'erase');
