import type { useTranslations } from 'next-intl';
import type { Dimension } from './dimension';

/** What a group is called on a page: a key by its label, everything else by its word. */
export const groupName = (t: ReturnType<typeof useTranslations<'calls'>>, by: Dimension, { group, label }: { group: string; label: string | null }): string => {
  if (by === 'key') return group === '' ? t('console') : (label ?? group);
  return t(`${by}.${group}` as 'outcome.accepted');
};
