import { Module } from '@nestjs/common';
import { AuditModule, Trail } from '@inkproof/audit';
import { Clock, Ids } from '@inkproof/kernel';
import { Config, Database } from '@inkproof/platform';
import { KeepProbeTenant } from './actions/keep-probe-tenant.js';

/** As whom probes call. */
@Module({
  imports: [AuditModule],
  providers: [{ provide: KeepProbeTenant, inject: [Database, Trail, Ids, Clock, Config], useFactory: (database: Database, trail: Trail, ids: Ids, clock: Clock, { secrets }: Config) => new KeepProbeTenant(database, trail, ids, clock, secrets.keyPepper) }],
  exports: [KeepProbeTenant],
})
export class ProbeTenantModule {}
