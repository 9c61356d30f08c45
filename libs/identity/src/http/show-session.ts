import type { SecondStep, Session } from '@inkproof/contract';
import type { OfferedStep } from '../actions/take-second-step.js';
import { confirmedUntil, mustEnrol } from '../model/session-law.js';
import type { FoundSession } from '../store/session-store.js';

export const showSession = (session: FoundSession, isEnforced: boolean): Session => {
  const { personId, name, email, tenant, staff, expiresAt, confirmedAt, assured } = session;
  return {
    person: { id: personId, name, email },
    tenant,
    staff,
    expires_at: expiresAt.toISOString(),
    confirmed_until: confirmedUntil(confirmedAt).toISOString(),
    mfa: { enforced: isEnforced, assured, enrolment_required: mustEnrol(session, isEnforced) },
  };
};

export const showStep = ({ ticket, expiresAt, totp, recoveryCode, passkey }: OfferedStep): SecondStep => ({ ticket, expires_at: expiresAt.toISOString(), totp, recovery_code: recoveryCode, passkey });
