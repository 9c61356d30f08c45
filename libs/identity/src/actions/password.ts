import { hash, verify, type Algorithm } from '@node-rs/argon2';

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. */
const settings = { algorithm: 2 satisfies Algorithm, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password, settings);

export const isPassword = (passwordHash: string, password: string): Promise<boolean> => verify(passwordHash, password);

let nobody: Promise<string> | undefined;

/** The hash that a sign-in with an unknown address is checked against, so that it takes as long as any other. */
export const nobodysHash = (): Promise<string> => (nobody ??= hashPassword('the password of nobody at all'));
