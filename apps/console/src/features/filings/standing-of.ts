import type { Filing } from '@inkproof/contract';
import type { useTranslations } from 'next-intl';

/** Which version is in force, and which one waits for its day. */
export const standingOf = (t: ReturnType<typeof useTranslations<'filings'>>, { in_force: inForce, next }: Filing): string => {
  if (next) return t(inForce ? 'inForceUntil' : 'nextOnly', { number: inForce?.number ?? 0, next: next.number, day: next.effective_on ?? '' });
  return inForce ? t('inForceSince', { number: inForce.number }) : t('noneInForce');
};
