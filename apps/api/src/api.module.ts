import { Module, type DynamicModule } from '@nestjs/common';
import { AuditApiModule } from '@inkproof/audit';
import { AvailabilityModule } from '@inkproof/availability';
import { ChangeModule } from '@inkproof/change';
import { ChangelogModule } from '@inkproof/changelog';
import { ConsentModule } from '@inkproof/consent';
import { EndingModule } from '@inkproof/ending';
import { IdentityModule } from '@inkproof/identity';
import { MaintenanceModule } from '@inkproof/maintenance';
import { type Config, MailModule, PlatformModule, QueueModule } from '@inkproof/platform';
import { AdmissionModule, QuotaModule } from '@inkproof/quota';
import { RecognitionModule } from '@inkproof/recognition';
import { RetentionApiModule } from '@inkproof/retention';
import { SupportModule } from '@inkproof/support';
import type { Logger } from 'pino';
import { DocsController } from './docs/docs.controller.js';
import { version } from './version.js';

/** What one API node is made of. Ways are looked for in this order, so what is called most stands first behind the door. */
@Module({})
export class ApiModule {
  static with(config: Config, log: Logger): DynamicModule {
    return {
      module: ApiModule,
      imports: [PlatformModule.with(config, log), QueueModule.with(config, log, false), MailModule.with(config, log), AdmissionModule.with(config, log), IdentityModule, RecognitionModule.with(version, log), AuditApiModule.with(log), RetentionApiModule.with(log), QuotaModule, ConsentModule, SupportModule, MaintenanceModule, AvailabilityModule, ChangeModule, ChangelogModule, EndingModule],
      controllers: [DocsController],
    };
  }
}
