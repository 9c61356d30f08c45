import { Module, type DynamicModule } from '@nestjs/common';
import { WatchModule } from '@inkproof/availability';
import { ChangeErasingModule } from '@inkproof/change';
import { type Config, PlatformModule, QueueModule } from '@inkproof/platform';
import { WorkModule } from '@inkproof/recognition';
import { RetentionModule } from '@inkproof/retention';
import { CorrespondenceModule, IntakeProofModule, MailInModule } from '@inkproof/support';
import type { Logger } from 'pino';
import { version } from './version.js';

/** What one worker is made of. Nobody calls it: its only addresses are those of health and metrics. */
@Module({})
export class WorkerModule {
  static with(config: Config, log: Logger): DynamicModule {
    return { module: WorkerModule, imports: [PlatformModule.with(config, log), QueueModule.with(config, log, true), RetentionModule.with(log), WatchModule.with(log), CorrespondenceModule, ChangeErasingModule, MailInModule.with(config, log), IntakeProofModule.with(log), WorkModule.with(version, log)] };
  }
}
