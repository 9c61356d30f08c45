import { Refusal, type OutputFormat } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import type { Database, ObjectStore } from '@inkproof/platform';
import type { DeletionStore } from '@inkproof/retention';
import { outputOf, type Output } from '../model/outputs.js';
import type { RecognitionStore } from '../store/recognition-store.js';

/** Gives a recognition again, in the form that is asked for. Only what was kept can be given. */
export class FindOutput {
  constructor(
    private readonly recognitions: RecognitionStore,
    private readonly objects: ObjectStore,
    private readonly database: Database,
    private readonly deletions: DeletionStore,
  ) {}

  async for(tenantId: Id<'ten'>, id: Id<'rec'>, format: OutputFormat, signal?: AbortSignal): Promise<Output> {
    const found = await this.recognitions.find(tenantId, id);
    // Another tenant's recognition and none answer alike, or the answer would tell which ids exist.
    if (!found) throw await this.#gone(tenantId, id);
    if (found === 'not_kept') throw new Refusal('recognition.not_kept', 'Nothing is left of this result: it was not asked to be kept, or its time is over. Ask for it with the option retention, or by a key that keeps results.');
    const { recognition, fileId } = found;
    if (format !== 'pdf') return outputOf(format, recognition);
    const bytes = fileId === null ? undefined : await this.objects.get(tenantId, fileId);
    if (!bytes) throw new Refusal('recognition.file_not_kept', 'A searchable PDF is made of the file, and that was not kept. Ask for it with the call, in the option outputs, or keep the file with retention all.');
    return outputOf(format, recognition, { bytes, lane: tenantId, signal }).catch((error: unknown) => {
      const isLocked = error instanceof Refusal && error.code === 'document.password_required';
      throw isLocked ? new Refusal('recognition.file_not_kept', 'The file is encrypted and its password was not kept, so a searchable PDF can only be made with the call, in the option outputs.') : error;
    });
  }

  async #gone(tenantId: Id<'ten'>, id: Id<'rec'>): Promise<Refusal> {
    const grave = await this.database.changeAsTenant(tenantId, (run) => this.deletions.graveOf(run, tenantId, 'recognition', id));
    if (!grave) return new Refusal('recognition.not_found');
    return new Refusal('recognition.erased', `It was erased in the deletion ${grave.deletionId} and cannot be restored by anybody.`, grave.certificate === null ? {} : { certificate: grave.certificate });
  }
}
