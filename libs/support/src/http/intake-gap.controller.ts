import { Controller, Inject } from '@nestjs/common';
import type { Actor } from '@inkproof/audit';
import { api, type RunningGap } from '@inkproof/contract';
import { ActingBy } from '@inkproof/identity';
import { Answers, Database } from '@inkproof/platform';
import { TakeOverGap } from '../actions/take-over-gap.js';
import { IntakeCallStore } from '../store/intake-call-store.js';
import { IntakeStore } from '../store/intake-store.js';
import { showGap, showIntakeCall } from './show-coverage.js';

@Controller()
export class IntakeGapController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(IntakeStore) private readonly store: IntakeStore,
    @Inject(IntakeCallStore) private readonly calls: IntakeCallStore,
    @Inject(TakeOverGap) private readonly takingOver: TakeOverGap,
  ) {}

  @Answers(api.intakeGap.running)
  running(): Promise<RunningGap> {
    return this.database.asProvider(async (tx) => {
      const gap = await this.store.running(tx);
      return gap ? { gap: showGap(gap), calls: (await this.calls.of(tx, gap)).map(showIntakeCall) } : { gap: null, calls: [] };
    });
  }

  @Answers(api.intakeGap.takeOver)
  async takeOver(@ActingBy() by: Actor): Promise<RunningGap> {
    await this.takingOver.by(by);
    return this.running();
  }
}
