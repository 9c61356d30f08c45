import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const root = path.resolve(import.meta.dirname, '..');
const text = (name: string): string => readFileSync(path.join(root, name), 'utf8');

interface Service {
  build?: { target?: string; dockerfile?: string };
  command?: string[];
  environment?: Record<string, string>;
  depends_on?: Record<string, unknown>;
}
const compose = parse(text('docker-compose.yml'), { merge: true }) as { services: Record<string, Service> };

/** There is no Docker engine where these run. What can be held without one is held. */
describe('docker-compose.yml', () => {
  it('matches the Compose specification', () => {
    const folder = path.dirname(createRequire(import.meta.url).resolve('dclint/package.json'));
    const schema = JSON.parse(readFileSync(path.join(folder, 'schemas/compose.schema.json'), 'utf8')) as object;
    const validate = new Ajv({ strict: false, validateFormats: false, validateSchema: false }).compile(schema);
    validate(compose);
    expect(validate.errors ?? []).toEqual([]);
  });

  it('asks only for values that .env.example explains', () => {
    const asked = [...text('docker-compose.yml').matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name!);
    for (const name of new Set(asked)) expect(text('.env.example')).toMatch(new RegExp(`^# ${name}=`, 'm'));
  });

  it('builds stages that the Dockerfile has, and runs scripts that exist', () => {
    const stages = [...text('Dockerfile').matchAll(/^FROM .+ AS (\w+)$/gm)].map(([, name]) => name);
    for (const { build, command } of Object.values(compose.services)) {
      if (build) expect(stages).toContain(build.target);
      const script = command?.find((word) => word.endsWith('.mjs'));
      if (script) expect(execFileSync('git', ['ls-files', script], { cwd: root, encoding: 'utf8' }).trim()).toBe(script);
    }
  });

  it('starts nothing before what it needs', () => {
    expect(Object.keys(compose.services['api']!.depends_on ?? {})).toEqual(['migrate']);
    expect(Object.keys(compose.services['console']!.depends_on ?? {})).toEqual(['api']);
  });
});
