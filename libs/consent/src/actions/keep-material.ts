import { createHash } from 'node:crypto';
import type { Actor, Trail } from '@inkproof/audit';
import { MATERIAL_MAX_BYTES, Refusal } from '@inkproof/contract';
import type { Id, Ids } from '@inkproof/kernel';
import { tooLarge, type Database, type ObjectStore } from '@inkproof/platform';
import type { Authorisation } from '../model/authorisation.js';
import type { AuthorisationStore } from '../store/authorisation-store.js';

/** Its end is decided by the authorisation's, not by the object's own. */
const WITHOUT_END = new Date('9999-12-31T00:00:00Z');

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
    const { name: _name, ...object } = this.objects.writing(tenantId, { id: objectId, bytes, expiresAt: WITHOUT_END });
    return this.database.asTenant(tenantId, async (tx) => {
      const found = await this.store.lock(tx, tenantId, id);
      if (!found) throw new Refusal('authorization.not_found');
      if (found.custody !== 'vault') throw new Refusal('authorization.not_in_vault', 'It was recorded with a commitment, so the material stays with you.');
      if (found.material) throw new Refusal('authorization.material_kept');
      await tx.$executeRawUnsafe(object.text, ...object.values);
      await this.store.keepMaterial(tx, tenantId, id, { objectId, type, bytes: bytes.length });
      await this.trail.append(tx, tenantId, { action: 'authorization.material_kept', by, targets: [id], details: { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length } });
      return (await this.store.find(tx, tenantId, id))!;
    });
  }
}
