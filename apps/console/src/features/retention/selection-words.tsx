import type { DeletionSelection } from '@inkproof/contract';
import { useTranslations } from 'next-intl';
import { dayOf } from '../../words/moments';

/** What a deletion was asked for, in words; null is what merely expired. */
export const SelectionWords = ({ selection }: { selection: DeletionSelection | null }) => {
  const t = useTranslations('retention.selected');
  if (selection === null) return t('expired');
  if ('ids' in selection) return t('ids', { count: selection.ids.length });
  if ('tag' in selection) return t('tag', { tag: selection.tag });
  // Asked for up to the end of a day: the day after it begins where the selection ends.
  if ('created' in selection) return t('created', { from: dayOf(selection.created.from), to: dayOf(new Date(Date.parse(selection.created.to) - 1).toISOString()) });
  if ('request' in selection) return t(`request.${selection.of}`, { id: `…${selection.request.slice(-6)}` });
  return t(selection.everything);
};
