import { Controller, Inject } from '@nestjs/common';
import type { Actor } from '@inkproof/audit';
import { api, type ApiKey as ShownKey, type IssuedKey, type KeyChange, type KeyRequest } from '@inkproof/contract';
import { Clock, type Id } from '@inkproof/kernel';
import { Answers, Given } from '@inkproof/platform';
import { ChangeKey } from '../actions/change-key.js';
import { IssueKey } from '../actions/issue-key.js';
import { RevokeKey } from '../actions/revoke-key.js';
import { RotateKey } from '../actions/rotate-key.js';
import type { ApiKey } from '../model/api-key.js';
import type { TenantCaller } from '../model/caller.js';
import { KeyStore } from '../store/key-store.js';
import { ActingBy, CalledByTenant } from './called-by.js';
import { showKey, termsOf } from './show-key.js';

interface KeyId {
  id: Id<'key'>;
}

@Controller()
export class KeyController {
  constructor(
    @Inject(KeyStore) private readonly keys: KeyStore,
    @Inject(IssueKey) private readonly issueKey: IssueKey,
    @Inject(ChangeKey) private readonly changeKey: ChangeKey,
    @Inject(RotateKey) private readonly rotateKey: RotateKey,
    @Inject(RevokeKey) private readonly revokeKey: RevokeKey,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Answers(api.keys.list)
  async list(@CalledByTenant() { tenantId }: TenantCaller): Promise<{ items: ShownKey[] }> {
    return { items: (await this.keys.list(tenantId)).map((key) => this.#show(key)) };
  }

  @Answers(api.keys.issue)
  async issue(@CalledByTenant() { tenantId }: TenantCaller, @Given.body(api.keys.issue.body) asked: KeyRequest, @ActingBy() by: Actor): Promise<IssuedKey> {
    const { label, environment } = asked;
    return this.#issued(await this.issueKey.for(tenantId, { ...termsOf(asked), label, environment }, by));
  }

  @Answers(api.keys.change)
  async change(@CalledByTenant() { tenantId }: TenantCaller, @Given.params(api.keys.change.params) { id }: KeyId, @Given.body(api.keys.change.body) asked: KeyChange, @ActingBy() by: Actor): Promise<ShownKey> {
    return this.#show(await this.changeKey.for(tenantId, id, termsOf(asked), by));
  }

  @Answers(api.keys.rotate)
  async rotate(
    @CalledByTenant() { tenantId }: TenantCaller,
    @Given.params(api.keys.rotate.params) { id }: KeyId,
    @Given.body(api.keys.rotate.body) { overlap_hours: overlapHours }: { overlap_hours: number },
    @ActingBy() by: Actor,
  ): Promise<IssuedKey> {
    return this.#issued(await this.rotateKey.for(tenantId, id, { overlapHours }, by));
  }

  @Answers(api.keys.revoke)
  async revoke(@CalledByTenant() { tenantId }: TenantCaller, @Given.params(api.keys.revoke.params) { id }: KeyId, @ActingBy() by: Actor): Promise<ShownKey> {
    return this.#show(await this.revokeKey.for(tenantId, id, by));
  }

  #show(key: ApiKey): ShownKey {
    return showKey(key, this.clock.now());
  }

  #issued({ key, secret }: { key: ApiKey; secret: string }): IssuedKey {
    return { ...this.#show(key), secret };
  }
}
