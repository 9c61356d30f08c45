export const copyOf: (url: string, from: string, to: string) => Promise<string>;
export const ensureDatabase: (url: string, database: string) => Promise<string>;
export const ensureLogin: (ownerUrl: string, password: string) => Promise<string>;
export const provision: (ownerUrl: string, appPassword: string) => Promise<{ applied: string[]; appUrl: string }>;
