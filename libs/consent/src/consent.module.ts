import { Module } from '@nestjs/common';
import { AuditModule } from '@inkproof/audit';

/** What tenants file of people's consent, and what relies on it. */
@Module({ imports: [AuditModule] })
export class ConsentModule {}
