import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { NestFactory } from '@nestjs/core';
import { FoundTenant, IdentityModule, IssueKey } from '@inkproof/identity';
import { createLog, Database, nestLog, PlatformModule, readConfig } from '@inkproof/platform';
import { OpenTenant, QuotaModule } from '@inkproof/quota';
import { Module } from '@nestjs/common';

/** What the launcher wants to exist, on standard input. */
interface Wanted {
  admin: { name: string; email: string; password: string };
  demo: { tenant: string; requestsPerSecond: number; owner: { name: string; email: string; password: string }; keyLabel: string };
}

/** Seeds an empty install through the same actions that staff use, and answers the demo key on standard output. */
const wanted = JSON.parse(readFileSync(0, 'utf8')) as Wanted;
const config = readConfig(process.env);
// Standard output is for the answer.
const log = createLog('warn', process.stderr);

@Module({ imports: [PlatformModule.with(config, log), IdentityModule, QuotaModule] })
class SeedModule {}

const app = await NestFactory.createApplicationContext(SeedModule, { logger: nestLog(log), abortOnError: false });
const database = app.get(Database);
const isEmpty = await database.asProvider(async (tx) => (await tx.tenant.count()) === 0 && (await tx.staff.count()) === 0);
if (isEmpty) {
  const { admin, demo } = wanted;
  await database.asProvider((tx) => app.get(FoundTenant).appoint(tx, admin, 'admin'));
  const { tenant } = await app.get(OpenTenant).for({ name: demo.tenant, requests_per_second: demo.requestsPerSecond, owner: demo.owner });
  const { secret } = await app.get(IssueKey).for(tenant.id, { label: demo.keyLabel, environment: 'live' });
  process.stdout.write(JSON.stringify({ apiKey: secret }));
} else {
  process.stdout.write(JSON.stringify({}));
}
await app.close();
await database.close();
