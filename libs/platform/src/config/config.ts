import { z } from 'zod';
import { checkException } from '../fetch/address.js';
import { lieApart, storageOf, type Storage } from './storage-url.js';

const port = z.coerce.number().int().min(0).max(65_535);
const count = (least: number, most: number) => z.coerce.number().int().min(least).max(most);
const place = (what: string) =>
  z.string({ error: `is missing: ${what}, file:///a/folder or s3://bucket/prefix` }).transform((text, check) => {
    try {
      return storageOf(text);
    } catch (error) {
      check.addIssue({ code: 'custom', message: (error as Error).message });
      return z.NEVER;
    }
  });
const secret = (what: string) => z.string({ error: `is missing: ${what}, at least 32 characters` }).min(32, `${what}, at least 32 characters`);

const SMTP_PORT = 25;
const CLAMD_PORT = 3310;
/** Of an address, without the brackets that IPv6 wears there. */
const hostOf = (url: string): string => new URL(url).hostname.replace(/^\[|\]$/g, '');

/** Whoever could read or change what is said on the line could be anybody. */
const isPrivateLine = (url: string): boolean => new URL(url).protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);

const Environment = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
  APP_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be the address of the application\'s login, postgres://…' }),
  API_HOST: z.string().default('127.0.0.1'),
  API_PORT: port.default(3200),
  PUBLIC_API_URL: z.url().optional(),
  CONSOLE_URL: z.url().default('http://127.0.0.1:3100'),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
  SESSION_SECRET: secret('keys the hashes of session tokens'),
  KEY_PEPPER: secret('keys the hashes of API keys'),
  MASTER_KEY: z.string({ error: 'is missing: 32 bytes in base64, wraps every data key' }).refine((text) => Buffer.from(text, 'base64').length === 32, 'must be 32 bytes in base64'),
  SIGNING_KEY: z
    .string({ error: 'is missing: 32 bytes in base64, signs checkpoints of the audit log' })
    .transform((text) => text.split(',').map((key) => Buffer.from(key, 'base64')))
    .refine((keys) => keys.length <= 2 && keys.every(({ length }) => length === 32), 'must be 32 bytes in base64, and after a comma the key before it if it was changed'),
  PROVIDER_NAME: z
    .string()
    .default('Inkproof')
    .transform((text) => text.split(';').map((name) => name.trim()).filter(Boolean))
    .refine((names) => names.length > 0 && names.every(({ length }) => length >= 2), 'must be the name of whoever runs this install, and after semicolons the others by which it is known'),
  MFA_REQUIRED: z.enum(['on', 'off']).default('on'),
  KEY_LEAK_SECRETS: z
    .string()
    .default('')
    .transform((text) => text.split(',').map((secret) => secret.trim()).filter(Boolean))
    .refine((secrets) => secrets.every((secret) => /^(whsec_)?[A-Za-z0-9+/]{32,}={0,2}$/.test(secret)), 'must be secrets in base64 of 24 bytes or more, whsec_…'),
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).refine(isPrivateLine, 'must be https, or lie on this machine').optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_LABEL: z.string().max(40).default('SSO'),
  OIDC_MFA: z
    .string()
    .default('')
    .transform((text) => text.split(',').map((word) => word.trim()).filter(Boolean)),
  REDIS_URL: z.url({ protocol: /^rediss?$/, error: 'must be the address of a Redis, redis://…' }).optional(),
  STORAGE_URL: place('where files and results lie'),
  KEYS_URL: place('where the keys of files and results lie, apart from them and from every backup'),
  DATABASE_POOL: count(2, 500).default(20),
  TRUST_PROXY: z.string().default(''),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be the address of a mail server, smtp://… or smtps://…' }).optional(),
  MAIL_FROM: z.string().min(3).max(320).optional(),
  MAIL_IN_URL: z.url({ protocol: /^smtp$/, error: 'must be where workers listen for mail, smtp://address:port' }).optional(),
  MAIL_IN_ADDRESS: z.email('must be the address that people write to, support@ocr.example').max(254).refine((address) => !/[+%]/.test(address) && address.indexOf('@') <= 12, 'must have at most 12 characters before the @, and no + among them').optional(),
  SCANNER_URL: z.url({ protocol: /^clamd$/, error: 'must be where clamd listens, clamd://address:3310' }).optional(),
  WORKER_HOST: z.string().default('127.0.0.1'),
  WORKER_PORT: port.default(3201),
  READERS: count(0, 64).default(2),
  READER_NICENESS: count(0, 19).default(0),
  NATIVE_TESSERACT: z.string().default(''),
  PPOCR_MODELS: z.string().default(''),
  READER_QUEUE: count(0, 10_000).default(64),
  RECOGNITION_DEADLINE_MS: count(1_000, 600_000).default(60_000),
  UPLOAD_MAX_BYTES: count(1_024, 1_000_000_000).default(20_000_000),
  UPLOAD_MEMORY_BYTES: count(1_048_576, 1_000_000_000_000).default(512_000_000),
  IMAGE_MAX_PIXELS: count(10_000, 1_000_000_000).default(50_000_000),
  RETENTION_DAYS: count(1, 3_650).default(30),
  BACKUPS_KEPT_DAYS: count(0, 3_650).default(35),
  CLOCKS_SECONDS: count(1, 3_600).default(30),
  STATUS_URL: place('where the status page is laid down').optional(),
  STATUS_PAGE_URL: z.url().default('http://127.0.0.1:3300'),
  STATUS_SECONDS: count(1, 3_600).default(30),
  PROBE_API_URL: z.url().optional(),
  PROBE_CONSOLE_URL: z.url().optional(),
  PROBE_SECONDS: count(1, 3_600).default(30),
  FETCH_URLS: z.enum(['on', 'off']).default('off'),
  FETCH_ALLOW: z
    .string()
    .default('')
    .transform((text) => text.split(',').map((entry) => entry.trim()).filter(Boolean))
    .refine((entries) => entries.every(checkException), 'must be host names and address blocks, such as files.internal,10.20.0.0/16'),
  IMAGE_MAX_PAGES: count(1, 1_000).default(20),
  JOB_MAX_PAGES: count(1, 100_000).default(1_000),
  JOB_MAX_BYTES: count(1_024, 1_000_000_000).default(100_000_000),
  JOB_MAX_WAITING: count(2, 10_000_000).default(10_000),
  JOB_KEPT_BYTES: count(1_024, Number.MAX_SAFE_INTEGER).default(50_000_000_000),
  JOB_KEPT_BYTES_PER_TENANT: count(1_024, Number.MAX_SAFE_INTEGER).default(10_000_000_000),
  STREAMS_MAX: count(1, 100_000).default(1_000),
  STREAMS_PER_TENANT: count(1, 100_000).default(100),
  JOB_KEEP_HOURS: count(1, 24).default(24),
  JOB_KEEP_FETCHED_MINUTES: count(0, 1_440).default(10),
});

/** The names an operator may set, for `.env.example` and for the spec that compares the two. */
export const configNames = Object.keys(Environment.shape);

/** What the samples in our documents use. A production start refuses them. */
const PLACEHOLDER = /^(change-?me|secret|default|example)/i;

/** The settings of one API node, as abstract class so that it is also the token to ask for it by. */
export abstract class Config {
  abstract readonly production: boolean;
  abstract readonly databaseUrl: string;
  abstract readonly databasePool: number;
  /** Where rates are kept instead of in PostgreSQL. */
  abstract readonly redisUrl: string | null;
  /** Where sealed objects lie. */
  abstract readonly storage: Storage;
  /** Where the keys lie that open them. */
  abstract readonly keys: Storage;
  abstract readonly http: { host: string; port: number; publicUrl: string; consoleUrl: string; trustedProxies: string[] };
  /** Who runs this install, as texts of consent name it: the first name is the one that is shown. */
  abstract readonly providerNames: string[];
  abstract readonly logLevel: string;
  abstract readonly secrets: { session: string; keyPepper: string; keyLeaks: string[]; masterKey: Buffer; /** The present signing key first, then the one before it. */ signing: Buffer[] };
  /** Whether staff and owners need a second factor before anything else. */
  abstract readonly mfa: { required: boolean };
  /** The provider that may vouch for people; `mfa` holds the `acr` and `amr` by which its word on second factors is taken. */
  abstract readonly oidc: { issuer: string; clientId: string; clientSecret: string; label: string; mfa: string[] } | null;
  abstract readonly readers: { processes: number; maxQueued: number; deadlineMs: number; niceness: number; native: { path: string } | null; models: string | null };
  /** Where a worker answers for its health. */
  abstract readonly worker: { host: string; port: number };
  abstract readonly jobs: { maxPages: number; maxBytes: number; maxWaiting: number; keptBytes: number; keptBytesPerTenant: number; keepMs: number; keepFetchedMs: number };
  /** Calls that wait for news of jobs on one node. */
  abstract readonly streams: { max: number; perTenant: number };
  /** How long results and files are kept when a tenant chose to keep them. */
  abstract readonly retentionMs: number;
  /** For how long the operator keeps a backup: certificates of deletions say by when the last one of before is gone. */
  abstract readonly backupsKeptMs: number;
  /** How often clocks of requests, inspections, texts and tickets are looked at. */
  abstract readonly clocksEveryMs: number;
  /** Where the status page is laid down, if anywhere, how often, and where people read it. */
  abstract readonly status: { place: Storage | null; pageUrl: string; everyMs: number };
  /** Where a node finds API and console when it looks whether they answer. */
  abstract readonly probes: { apiUrl: string; consoleUrl: string; everyMs: number };
  /** Without a server mails stay in the outbox, where the console shows them. */
  abstract readonly mail: { server: string | null; from: string };
  /** Where workers listen for answers by mail, and the address that people write to. */
  abstract readonly mailIn: { host: string; port: number; address: string } | null;
  /** Where the scanner of files listens; without one nothing is looked for in them. */
  abstract readonly scanner: { host: string; port: number } | null;
  abstract readonly fetch: { urls: boolean; exceptions: string[] };
  abstract readonly uploads: { maxBytes: number; memoryBytes: number; maxPixels: number; maxPages: number };
}

export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Reads the whole configuration at start, and names every wrong variable at once rather than one a restart. */
export const readConfig = (environment: Record<string, string | undefined>): Config => {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const read = Environment.safeParse(given);
  const wrong = read.success ? [] : read.error.issues.map((issue) => `  ${issue.path.join('.')} ${issue.message}`);
  for (const name of ['SESSION_SECRET', 'KEY_PEPPER', 'MASTER_KEY', 'SIGNING_KEY'] as const) if (PLACEHOLDER.test(given[name] ?? '')) wrong.push(`  ${name} still has the value of an example`);
  // A job that can never be taken would be told for ever to come again.
  if (read.success && Math.min(read.data.JOB_KEPT_BYTES, read.data.JOB_KEPT_BYTES_PER_TENANT) < read.data.JOB_MAX_BYTES) wrong.push('  JOB_KEPT_BYTES and JOB_KEPT_BYTES_PER_TENANT must be JOB_MAX_BYTES or more');
  // Whoever has a copy of the one would have the other in it.
  if (read.success && !lieApart(read.data.STORAGE_URL, read.data.KEYS_URL)) wrong.push('  KEYS_URL must not lie in STORAGE_URL, nor around it');
  for (const name of ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const) if (given['OIDC_ISSUER'] && !given[name]) wrong.push(`  ${name} is missing: OIDC_ISSUER needs it`);
  for (const name of ['MAIL_IN_URL', 'MAIL_IN_ADDRESS'] as const) if (Boolean(given['MAIL_IN_URL']) !== Boolean(given['MAIL_IN_ADDRESS']) && !given[name]) wrong.push(`  ${name} is missing: mail comes in by both or not at all`);
  if (!read.success || wrong.length) throw new ConfigError(`These settings are missing or wrong:\n${wrong.join('\n')}`);
  const env = read.data;
  const publicUrl = env.PUBLIC_API_URL ?? `http://${env.API_HOST}:${env.API_PORT}`;
  return {
    production: env.NODE_ENV === 'production',
    databaseUrl: env.APP_DATABASE_URL,
    databasePool: env.DATABASE_POOL,
    redisUrl: env.REDIS_URL ?? null,
    storage: env.STORAGE_URL,
    keys: env.KEYS_URL,
    http: { host: env.API_HOST, port: env.API_PORT, publicUrl, consoleUrl: env.CONSOLE_URL, trustedProxies: env.TRUST_PROXY.split(',').map((address) => address.trim()).filter(Boolean) },
    providerNames: env.PROVIDER_NAME,
    logLevel: env.LOG_LEVEL,
    secrets: { session: env.SESSION_SECRET, keyPepper: env.KEY_PEPPER, keyLeaks: env.KEY_LEAK_SECRETS, masterKey: Buffer.from(env.MASTER_KEY, 'base64'), signing: env.SIGNING_KEY },
    mfa: { required: env.MFA_REQUIRED === 'on' },
    oidc: env.OIDC_ISSUER !== undefined ? { issuer: env.OIDC_ISSUER, clientId: env.OIDC_CLIENT_ID!, clientSecret: env.OIDC_CLIENT_SECRET!, label: env.OIDC_LABEL, mfa: env.OIDC_MFA } : null,
    readers: { processes: env.READERS, maxQueued: env.READER_QUEUE, deadlineMs: env.RECOGNITION_DEADLINE_MS, niceness: env.READER_NICENESS, native: env.NATIVE_TESSERACT ? { path: env.NATIVE_TESSERACT } : null, models: env.PPOCR_MODELS || null },
    worker: { host: env.WORKER_HOST, port: env.WORKER_PORT },
    jobs: { maxPages: env.JOB_MAX_PAGES, maxBytes: env.JOB_MAX_BYTES, maxWaiting: env.JOB_MAX_WAITING, keptBytes: env.JOB_KEPT_BYTES, keptBytesPerTenant: env.JOB_KEPT_BYTES_PER_TENANT, keepMs: env.JOB_KEEP_HOURS * 3_600_000, keepFetchedMs: env.JOB_KEEP_FETCHED_MINUTES * 60_000 },
    streams: { max: env.STREAMS_MAX, perTenant: env.STREAMS_PER_TENANT },
    retentionMs: env.RETENTION_DAYS * 86_400_000,
    backupsKeptMs: env.BACKUPS_KEPT_DAYS * 86_400_000,
    clocksEveryMs: env.CLOCKS_SECONDS * 1_000,
    status: { place: env.STATUS_URL ?? null, pageUrl: env.STATUS_PAGE_URL.endsWith('/') ? env.STATUS_PAGE_URL : `${env.STATUS_PAGE_URL}/`, everyMs: env.STATUS_SECONDS * 1_000 },
    probes: { apiUrl: env.PROBE_API_URL ?? publicUrl, consoleUrl: env.PROBE_CONSOLE_URL ?? env.CONSOLE_URL, everyMs: env.PROBE_SECONDS * 1_000 },
    mail: { server: env.SMTP_URL ?? null, from: env.MAIL_FROM ?? `Inkproof 墨证 <no-reply@${new URL(env.CONSOLE_URL).hostname}>` },
    mailIn: env.MAIL_IN_URL !== undefined ? { host: hostOf(env.MAIL_IN_URL), port: Number(new URL(env.MAIL_IN_URL).port || SMTP_PORT), address: env.MAIL_IN_ADDRESS!.toLowerCase() } : null,
    scanner: env.SCANNER_URL !== undefined ? { host: hostOf(env.SCANNER_URL), port: Number(new URL(env.SCANNER_URL).port || CLAMD_PORT) } : null,
    fetch: { urls: env.FETCH_URLS === 'on', exceptions: env.FETCH_ALLOW },
    uploads: { maxBytes: env.UPLOAD_MAX_BYTES, memoryBytes: env.UPLOAD_MEMORY_BYTES, maxPixels: env.IMAGE_MAX_PIXELS, maxPages: env.IMAGE_MAX_PAGES },
  };
};
