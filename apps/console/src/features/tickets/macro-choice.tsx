'use client';
import { filledIn, type Macro, type MacroPlaceholder } from '@inkproof/contract';
import { useTranslations } from 'next-intl';

const languages = [
  ['zh', '中文'],
  ['en', 'English'],
] as const;

interface MacroChoiceProps {
  macros: readonly Macro[];
  values: Record<MacroPlaceholder, string>;
  onChoose: (words: string, macro: Macro) => void;
}

/** Saved answers, in the language the tenant writes. One that is chosen is filled and put among the words, to be read before it is sent. */
export const MacroChoice = ({ macros, values, onChoose }: MacroChoiceProps) => {
  const t = useTranslations('tickets.macros');
  if (!macros.length) return null;
  const choose = (value: string) => {
    const [language, id] = value.split(' ') as ['zh' | 'en', string];
    const macro = macros.find((one) => one.id === id);
    if (macro) onChoose(filledIn(macro.words[language], values), macro);
  };
  return (
    <select className="in tk-macro" aria-label={t('insert')} value="" onChange={(event) => choose(event.target.value)}>
      <option value="">{t('insert')}</option>
      {languages.map(([language, name]) => (
        <optgroup key={language} label={name} lang={language}>
          {macros.map((macro) => (
            <option key={macro.id} value={`${language} ${macro.id}`}>
              {macro.name}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
};
