import { Controller, Inject } from '@nestjs/common';
import type { Actor } from '@inkproof/audit';
import { api, KeyRequest, type ApiKey as ShownKey, type IssuedKey } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import { Answers, Given } from '@inkproof/platform';
import { IssueKey } from '../actions/issue-key.js';
import { RevokeKey } from '../actions/revoke-key.js';
import type { ApiKey } from '../model/api-key.js';
import type { TenantCaller } from '../model/caller.js';
import { KeyStore } from '../store/key-store.js';
import { ActingBy, CalledByTenant } from './called-by.js';

const show = ({ createdAt, lastUsedAt, revokedAt, ...key }: ApiKey): ShownKey => ({
  ...key,
  created_at: createdAt.toISOString(),
  last_used_at: lastUsedAt?.toISOString() ?? null,
  revoked_at: revokedAt?.toISOString() ?? null,
});

@Controller()
export class KeyController {
  constructor(
    @Inject(KeyStore) private readonly keys: KeyStore,
    @Inject(IssueKey) private readonly issueKey: IssueKey,
    @Inject(RevokeKey) private readonly revokeKey: RevokeKey,
  ) {}

  @Answers(api.keys.list)
  async list(@CalledByTenant() { tenantId }: TenantCaller): Promise<{ items: ShownKey[] }> {
    return { items: (await this.keys.list(tenantId)).map(show) };
  }

  @Answers(api.keys.issue)
  async issue(@CalledByTenant() { tenantId }: TenantCaller, @Given.body(api.keys.issue.body) asked: KeyRequest, @ActingBy() by: Actor): Promise<IssuedKey> {
    const { key, secret } = await this.issueKey.for(tenantId, asked, by);
    return { ...show(key), secret };
  }

  @Answers(api.keys.revoke)
  async revoke(@CalledByTenant() { tenantId }: TenantCaller, @Given.params(api.keys.revoke.params) { id }: { id: Id<'key'> }, @ActingBy() by: Actor): Promise<ShownKey> {
    return show(await this.revokeKey.for(tenantId, id, by));
  }
}
