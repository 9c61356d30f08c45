import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { configNames, readConfig } from './config.js';

const good = {
  APP_DATABASE_URL: 'postgres://app:secret@127.0.0.1/inkproof',
  SESSION_SECRET: 's'.repeat(32),
  KEY_PEPPER: 'p'.repeat(32),
  MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
  STORAGE_URL: 'file:///var/lib/inkproof/objects',
  KEYS_URL: 'file:///var/lib/inkproof/keys',
  SIGNING_KEY: Buffer.alloc(32, 8).toString('base64'),
};

describe('the configuration', () => {
  it('reads with defaults for everything but the store and the secrets', () => {
    expect(readConfig(good)).toMatchObject({ production: true, readers: { processes: 2 }, uploads: { maxBytes: 20_000_000 } });
  });

  it('names every wrong variable at once', () => {
    const reading = () => readConfig({ ...good, API_PORT: 'eighty', KEY_PEPPER: 'short', MASTER_KEY: undefined, READERS: '-1' });
    for (const name of ['API_PORT', 'KEY_PEPPER', 'MASTER_KEY', 'READERS']) expect(reading).toThrow(name);
  });

  it('refuses a secret that an example came with', () => {
    expect(() => readConfig({ ...good, SESSION_SECRET: 'change-me-change-me-change-me-change-me' })).toThrow('SESSION_SECRET still has the value of an example');
  });

  it('refuses jobs that may weigh more than all jobs together may', () => {
    expect(() => readConfig({ ...good, JOB_MAX_BYTES: '2000', JOB_KEPT_BYTES_PER_TENANT: '1999' })).toThrow('JOB_KEPT_BYTES_PER_TENANT must be JOB_MAX_BYTES or more');
  });

  it('refuses keys that lie where what they open lies', () => {
    const reading = (storage: string, keys: string) => () => readConfig({ ...good, STORAGE_URL: storage, KEYS_URL: keys });
    for (const [storage, keys] of [['file:///a/b', 'file:///a/b/'], ['file:///a', 'file:///a/keys'], ['file:///a/b', 'file:///a'], ['s3://one', 's3://one/keys'], ['s3://one/x?region=a', 's3://one/x']] as const) expect(reading(storage, keys)).toThrow('KEYS_URL must not lie in STORAGE_URL');
    for (const [storage, keys] of [['file:///a/b', 'file:///a/bc'], ['s3://one/x', 's3://one/y'], ['s3://one', 's3://two'], ['file:///one', 's3://one']] as const) expect(reading(storage, keys)).not.toThrow();
  });

  it('takes an empty variable as one that is not set', () => {
    expect(readConfig({ ...good, API_PORT: '' }).http.port).toBe(3200);
  });

  it('wants a client where it is told of another provider, and a line that nobody listens to', () => {
    const reading = (issuer: string) => () => readConfig({ ...good, OIDC_ISSUER: issuer });
    expect(reading('https://sso.example')).toThrow(/OIDC_CLIENT_ID[\s\S]*OIDC_CLIENT_SECRET/);
    expect(reading('http://sso.example')).toThrow('OIDC_ISSUER must be https');
    expect(readConfig({ ...good, OIDC_ISSUER: 'https://sso.example', OIDC_CLIENT_ID: 'x', OIDC_CLIENT_SECRET: 'y', OIDC_MFA: 'mfa, urn:two' }).oidc).toMatchObject({ label: 'SSO', mfa: ['mfa', 'urn:two'] });
  });

  it('is told whole in .env.example', () => {
    const told = readFileSync(new URL('../../../../.env.example', import.meta.url), 'utf8').match(/^#? ?([A-Z_]+)=/gm)?.map((line) => line.replace(/[#= ]/g, ''));
    expect(told?.sort()).toEqual([...configNames, 'DATABASE_URL', 'APP_DATABASE_PASSWORD', 'API_URL', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'CONSOLE_PORT', 'DATABASE_PORT', 'INKPROOF_DATA_DIR', 'POSTGRES_PASSWORD', 'STATUS_HOST', 'STATUS_PORT', 'WORKER_READERS', 'WORKERS'].sort());
  });
});
