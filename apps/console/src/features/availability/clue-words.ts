import type { OutageClue } from '@inkproof/contract';
import { useTranslations } from 'next-intl';
import { shortMomentOf } from '../../words/moments';

/** What a tenant told of around its outage, in a line. */
export const useClueWords = () => {
  const t = useTranslations('availability.clue');
  const changes = useTranslations('changes');
  return ({ sort, settings, security, at }: OutageClue): string => `${shortMomentOf(at)} · ${t(sort)} · ${security ? changes(`security.kindOf.${security}`) : settings.map((setting) => changes(`setting.${setting}`)).join(changes('and'))}`;
};
