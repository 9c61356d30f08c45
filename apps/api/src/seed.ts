import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { NestFactory } from '@nestjs/core';
import type { Actor } from '@inkproof/audit';
import { BeginFiling, DecideFiling, FilingModule, KeepFilingFiles, SubmitFiling } from '@inkproof/consent';
import { Clock, shanghaiDay, type Id } from '@inkproof/kernel';
import { FoundTenant, IdentityModule, IssueKey } from '@inkproof/identity';
import { createLog, Database, nestLog, PlatformModule, readConfig } from '@inkproof/platform';
import { AdmissionModule, OpenTenant, QuotaModule } from '@inkproof/quota';
import { Module } from '@nestjs/common';
import { fileForDemo } from './demo-filing.js';

/** What the launcher wants to exist, on standard input. */
interface Wanted {
  admin: { name: string; email: string; password: string };
  demo: { tenant: string; requestsPerSecond: number; owner: { name: string; email: string; password: string }; keyLabel: string };
}

/** Seeds an empty install through the same actions that staff use, and answers a key of the demo tenant on standard output. */
const wanted = JSON.parse(readFileSync(0, 'utf8')) as Wanted;
const config = readConfig(process.env);
// Standard output is for the answer.
const log = createLog('warn', process.stderr);

@Module({ imports: [PlatformModule.with(config, log), AdmissionModule.with(config, log), IdentityModule, QuotaModule, FilingModule] })
class SeedModule {}

const app = await NestFactory.createApplicationContext(SeedModule, { logger: nestLog(log), abortOnError: false });
const database = app.get(Database);
const { admin, demo } = wanted;
const by: Actor = { kind: 'system', id: 'seed', requestId: null };

// Admin and demo tenant come into being together or not at all.
await database.asProvider(async (tx) => {
  if ((await tx.tenant.count()) + (await tx.staff.count()) > 0) return;
  await app.get(FoundTenant).appoint(tx, admin, 'admin');
  await app.get(OpenTenant).in(tx, { name: demo.tenant, requests_per_second: demo.requestsPerSecond, owner: demo.owner }, by);
});

// A start that ended between the two finds its demo tenant here and gives it a key. An install that others set up has none.
const owner = await database.ask<{ tenant_id: Id<'ten'> | null }>('gate_find_person', demo.owner.email);
const issued = owner?.tenant_id ? await app.get(IssueKey).for(owner.tenant_id, { label: demo.keyLabel, environment: 'live', retention: 'none' }, by) : undefined;
if (owner?.tenant_id && (await database.asTenant(owner.tenant_id, (tx) => tx.filing.count())) === 0)
  await fileForDemo(
    { begin: app.get(BeginFiling), files: app.get(KeepFilingFiles), submit: app.get(SubmitFiling), decide: app.get(DecideFiling) },
    { tenantId: owner.tenant_id, tenant: demo.tenant, provider: config.providerNames[0]!, today: shanghaiDay(app.get(Clock).now()) },
  );
process.stdout.write(JSON.stringify({ apiKey: issued?.secret }));
await app.close();
await database.close();
