'use client';
import { Seg } from '@inkproof/ui';
import { useLocale, useTranslations } from 'next-intl';

/** Which languages to read with: found from the page, one, or several. */
export const LanguageChoice = ({ languages, chosen, onChoose }: { languages: readonly string[]; chosen: readonly string[]; onChoose: (languages: string[]) => void }) => {
  const t = useTranslations('playground');
  const names = new Intl.DisplayNames(useLocale(), { type: 'language' });
  const turn = (tag: string) => onChoose(languages.filter((one) => (one === tag) !== chosen.includes(one)));
  return (
    <Seg label={t('languages')}>
      <button type="button" aria-pressed={chosen.length === 0} onClick={() => onChoose([])}>
        {t('auto')}
      </button>
      {languages.map((tag) => (
        <button key={tag} type="button" aria-pressed={chosen.includes(tag)} onClick={() => turn(tag)}>
          {names.of(tag)}
        </button>
      ))}
    </Seg>
  );
};
