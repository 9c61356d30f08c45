import type { Actor, Trail } from '@inkproof/audit';
import { Refusal } from '@inkproof/contract';
import type { Clock, Id, Ids } from '@inkproof/kernel';
import { PROVIDER, type Database, type Drawers, type Run } from '@inkproof/platform';
import type { Holds } from '@inkproof/retention';
import { nextReminder } from '../model/inspection-clock.js';
import { afterDays } from '../model/request-clock.js';
import type { InspectionStore, StoredInspection } from '../store/inspection-store.js';
import type { InspectionMail } from './inspection-mail.js';
import { sampleDigest } from './sample.js';
import type { TellPrograms } from './tell-programs.js';

/** Opens the seed and draws. From then on what was drawn is evidence, and nothing of it is erased. */
export class DrawInspection {
  constructor(
    private readonly database: Database,
    private readonly store: InspectionStore,
    private readonly holds: Holds,
    private readonly mail: InspectionMail,
    private readonly programs: TellPrograms,
    private readonly trail: Trail,
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly drawers: Drawers,
  ) {}

  async of(id: Id<'isp'>, by: Actor): Promise<StoredInspection> {
    const inspection = await this.database.asProvider((tx) => this.store.find(tx, id));
    if (!inspection) throw new Refusal('inspection.not_found');
    const { seedSealed, seedSealedKey } = inspection;
    if (!seedSealed) throw new Refusal('inspection.drawn');
    const read = await this.drawers.reader(PROVIDER, id);
    const seed = read(id, { sealed: seedSealed, sealedKey: seedSealedKey });
    if (!seed) throw new Error(`The key of the seed of ${id} is missing from the place of the keys`);
    // A million is drawn in one statement, which takes longer than the client's transactions may.
    await this.database.changeAsProvider((run) => this.#draw(run, inspection, seed, by));
    return this.database.asProviderOf(inspection.tenantId, async (tx) => {
      const drawn = (await this.store.find(tx, id))!;
      await this.mail.drawn(tx, drawn, drawn.items.length, this.clock.now());
      await this.programs.inspection(tx, 'drawn', drawn);
      return drawn;
    });
  }

  async #draw(run: Run, { id, tenantId, size, answerDays }: StoredInspection, seed: Uint8Array, by: Actor): Promise<void> {
    await this.holds.freeze(run, tenantId);
    const [row] = await run<{ state: string }>({ text: 'SELECT state::text AS state FROM inspection WHERE id = $1 FOR UPDATE', values: [id] });
    if (row?.state !== 'announced') throw new Refusal('inspection.drawn');
    const { population, population_sha256, drawn } = await this.store.draw(run, id, seed, Array.from({ length: size }, () => this.ids.next('isi')));
    if (population === 0) throw new Refusal('inspection.nothing_to_draw');
    const now = this.clock.now();
    const dueAt = afterDays(now, answerDays);
    await run({
      text: `UPDATE inspection SET state = 'drawn', seed = $2, seed_sealed = NULL, seed_sealed_key = NULL, population = $3, population_sha256 = $4, drawn_at = $5, drawn_by = $6, due_at = $7, next_look_at = $8 WHERE id = $1`,
      values: [id, seed, population, population_sha256, now, by.id, dueAt, nextReminder(dueAt, now)],
    });
    await this.drawers.destroy(run, PROVIDER, [id]);
    await run({ text: `INSERT INTO inspection_event (id, tenant_id, inspection_id, at, kind, by_provider, by) VALUES ($1, $2, $3, $4, 'drawn', true, $5)`, values: [this.ids.next('ise'), tenantId, id, now, by.id] });
    const details = { seed: Buffer.from(seed).toString('hex'), population, population_sha256: population_sha256.toString('hex'), sample: drawn.length, sample_sha256: sampleDigest(drawn), due_at: dueAt.toISOString() };
    await this.trail.appendToBoth(run, tenantId as Id<'ten'>, { action: 'inspection.drawn', by, targets: [id, tenantId], details });
  }
}
