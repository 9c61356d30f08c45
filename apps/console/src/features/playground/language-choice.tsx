'use client';
import { Seg } from '@inkproof/ui';
import { useLocale, useTranslations } from 'next-intl';

/** Which languages to read with: one, several, never none. */
export const LanguageChoice = ({ languages, chosen, onChoose }: { languages: readonly string[]; chosen: readonly string[]; onChoose: (languages: string[]) => void }) => {
  const t = useTranslations('playground');
  const names = new Intl.DisplayNames(useLocale(), { type: 'language' });
  const turn = (tag: string) => onChoose(languages.filter((one) => (one === tag) !== chosen.includes(one)));
  return (
    <Seg label={t('languages')}>
      {languages.map((tag) => {
        const isLast = chosen.length === 1 && chosen[0] === tag;
        return (
          <button key={tag} type="button" aria-pressed={chosen.includes(tag)} aria-disabled={isLast} title={isLast ? t('languagesOne') : undefined} onClick={() => isLast || turn(tag)}>
            {names.of(tag)}
          </button>
        );
      })}
    </Seg>
  );
};
