import { createHash } from 'node:crypto';
import type { Actor, Trail } from '@inkproof/audit';
import { MATERIAL_MAX_BYTES, Refusal } from '@inkproof/contract';
import type { Id, Ids } from '@inkproof/kernel';
import { tooLarge, type Database, type ObjectStore } from '@inkproof/platform';
import type { Authorisation } from '../model/authorisation.js';
import type { AuthorisationStore } from '../store/authorisation-store.js';

/** Puts the material of an authorisation into the vault, sealed under a data key of its own, so that destroying that key destroys it and nothing else. */
export class KeepMaterial {
  constructor(
    private readonly database: Database,
    private readonly store: AuthorisationStore,
    private readonly objects: ObjectStore,
    private readonly trail: Trail,
    private readonly ids: Ids,
  ) {}

  async for(tenantId: Id<'ten'>, id: Id<'aut'>, { type, bytes }: { type: string; bytes: Uint8Array }, by: Actor): Promise<Authorisation> {
    if (bytes.length > MATERIAL_MAX_BYTES) throw tooLarge('material_bytes', MATERIAL_MAX_BYTES, bytes.length);
    const objectId = this.ids.next('obj');
    // Its end is decided by the authorisation's, so the object has none of its own.
    const row = await this.objects.lay(tenantId, { id: objectId, class: 'authorisation_material', bytes, expiresAt: null });
    return this.database.asTenant(tenantId, async (tx) => {
      const found = await this.store.lock(tx, tenantId, id);
      if (!found) throw new Refusal('authorization.not_found');
      if (found.custody !== 'vault') throw new Refusal('authorization.not_in_vault', 'It was recorded with a commitment, so the material stays with you.');
      if (found.material) throw new Refusal('authorization.material_kept');
      if (!(await tx.$executeRawUnsafe(row.text, ...row.values)) && row.ifNone) throw row.ifNone();
      await this.store.keepMaterial(tx, tenantId, id, { objectId, type, bytes: bytes.length });
      await this.trail.append(tx, tenantId, { action: 'authorization.material_kept', by, targets: [id], details: { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length } });
      return (await this.store.find(tx, tenantId, id))!;
    });
  }
}
