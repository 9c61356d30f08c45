import { SealStore } from '@inkproof/audit';
import { DisposalRequest } from '@inkproof/contract';
import { Drawers, LocalBlobs, TenantKeys } from '@inkproof/platform';
import { specFolder } from '@inkproof/spec-database';
import { CertifyDisposal } from '../actions/certify-disposal.js';
import { EnterDisposal } from '../actions/enter-disposal.js';
import { OpenEvidence } from '../actions/open-evidence.js';
import type { Disposal } from '../model/disposal.js';
import { DisposalStore, type StoredDisposalCertificate } from '../store/disposal-store.js';
import { RetentionBench, staff } from './retention-bench.js';

const MASTER_KEY = Buffer.alloc(32, 5);
export const PHOTO = Buffer.from('a photograph of shreds');

/** A disk that was shredded, with a photograph of what is left. */
export const aDisk = (changed: Partial<DisposalRequest> = {}): DisposalRequest => ({
  kind: 'hard_disk',
  make: 'Seagate ST4000NM0035',
  serial: 'ZC1A93XY',
  place: 'storage-2, bay 7',
  classes: ['recognition_result', 'job'],
  tenants: 'all',
  reason: 'Reallocated sectors',
  method: 'destroy',
  technique: 'shred',
  sanitised_at: '2020-01-01T02:00:00.000Z',
  verified_by: 'seen',
  verification: 'Pieces under 6 mm',
  contractor: '废旧介质销毁有限公司',
  corrects: null,
  files: [{ kind: 'photo', name: '碎片.jpg', media_type: 'image/jpeg', base64: PHOTO.toString('base64') }],
  ...changed,
});

/** The register on a database of its own. */
export class DisposalBench {
  readonly store = new DisposalStore();
  readonly enter: EnterDisposal;
  readonly evidence: OpenEvidence;

  private constructor(readonly retention: RetentionBench) {
    const { database, approvals, trail, ids, clock, key } = retention;
    const drawers = new Drawers(database, new TenantKeys(database, new LocalBlobs(specFolder()), MASTER_KEY, ids, clock), ids, clock);
    this.enter = new EnterDisposal(database, this.store, approvals, trail, ids, clock, drawers);
    this.evidence = new OpenEvidence(database, this.store, drawers);
    // It registers what it carries out.
    new CertifyDisposal(this.store, approvals, new SealStore(), key, trail, ids, clock);
  }

  static async open(): Promise<DisposalBench> {
    return new DisposalBench(await RetentionBench.open());
  }

  entered(changed: Partial<DisposalRequest> = {}, by = staff('per_maker', 'operator')): Promise<Disposal> {
    return this.enter.for(aDisk(changed), by);
  }

  find(id: string): Promise<Disposal | undefined> {
    return this.retention.database.asProvider((tx) => this.store.find(tx, id, this.retention.clock.now()));
  }

  certificate(id: string): Promise<StoredDisposalCertificate | undefined> {
    return this.retention.database.asProvider((tx) => this.store.certificate(tx, id));
  }
}
