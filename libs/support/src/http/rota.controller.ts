import { Controller, Inject } from '@nestjs/common';
import type { Actor } from '@inkproof/audit';
import { api, type Rota, type RotaPlan } from '@inkproof/contract';
import { ActingBy } from '@inkproof/identity';
import { Clock, shanghaiDay, type Day } from '@inkproof/kernel';
import { Answers, Database, Given } from '@inkproof/platform';
import { KeepRota } from '../actions/keep-rota.js';
import { RotaStore } from '../store/rota-store.js';
import { showRota } from './show-rota.js';

@Controller()
export class RotaController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RotaStore) private readonly rota: RotaStore,
    @Inject(KeepRota) private readonly keeping: KeepRota,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Answers(api.rota.read)
  read(@Given.query(api.rota.read.query) { week }: { week?: Day }): Promise<Rota> {
    return this.#show(week);
  }

  @Answers(api.rota.set)
  async set(@Given.body(api.rota.set.body) plan: RotaPlan, @ActingBy() by: Actor): Promise<Rota> {
    await this.keeping.set(plan, by);
    return this.#show();
  }

  #show(week?: Day): Promise<Rota> {
    const now = this.clock.now();
    return this.database.asProvider(async (tx) => showRota(await this.rota.current(tx), await this.rota.staff(tx), week ?? shanghaiDay(now), now));
  }
}
