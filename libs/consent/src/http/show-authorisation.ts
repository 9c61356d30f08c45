import type { Authorization } from '@inkproof/contract';
import { scopeOf, statusOf, type Authorisation } from '../model/authorisation.js';

/** An authorisation as the contract says it. */
export const showAuthorisation = (authorisation: Authorisation, now: Date): Authorization => {
  const { id, version, categories, media, givenAt, expiresAt, withdrawnAt, lastReliedAt, createdAt, custody, commitment, material, keptUntil } = authorisation;
  return {
    id,
    filing: { ...version.filing, version: version.number },
    status: statusOf(authorisation, now),
    categories: scopeOf(categories, version.categories),
    media,
    given_at: givenAt.toISOString(),
    expires_at: expiresAt?.toISOString() ?? null,
    withdrawn_at: withdrawnAt?.toISOString() ?? null,
    last_relied_at: lastReliedAt?.toISOString() ?? null,
    created_at: createdAt.toISOString(),
    custody,
    commitment,
    material: material && { media_type: material.type, bytes: material.bytes },
    kept_until: keptUntil?.toISOString() ?? null,
  };
};
