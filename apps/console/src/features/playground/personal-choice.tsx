import type { PersonalCategory } from '@inkproof/contract';
import { SelectField, Tick } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import type { ReadingWish } from './reading-wish';

/** A filing in force, and what its text names. */
export interface DeclarableFiling {
  id: string;
  name: string;
  categories: readonly PersonalCategory[];
}

interface PersonalChoiceProps {
  personal: ReadingWish['personal'];
  filings: readonly DeclarableFiling[];
  onChoose: (personal: ReadingWish['personal']) => void;
}

/** What the picture holds of people, and by which filing it may be read. */
export const PersonalChoice = ({ personal, filings, onChoose }: PersonalChoiceProps) => {
  const t = useTranslations('personal');
  const chosen = filings.find(({ id }) => id === personal?.filing);
  const choose = (id: string) => {
    const filing = filings.find((one) => one.id === id);
    onChoose(filing ? { filing: id, categories: filing.categories } : null);
  };
  const turn = (category: PersonalCategory, isOn: boolean) => {
    if (!personal || !chosen) return;
    const categories = chosen.categories.filter((one) => (one === category ? isOn : personal.categories.includes(one)));
    // A call that declares a filing declares something.
    if (categories.length) onChoose({ ...personal, categories });
  };
  return (
    <>
      <SelectField label={t('declare.label')} hint={t('declare.hint')} value={personal?.filing ?? ''} onChange={(event) => choose(event.target.value)} options={[{ value: '', label: t('declare.none') }, ...filings.map(({ id, name }) => ({ value: id, label: name }))]} />
      {chosen ? (
        <fieldset className="pg-f">
          <legend className="vh">{t('declare.label')}</legend>
          {chosen.categories.map((category) => (
            <Tick key={category} checked={personal?.categories.includes(category) ?? false} onChange={(event) => turn(category, event.target.checked)}>
              {t(`category.${category}`)}
            </Tick>
          ))}
        </fieldset>
      ) : null}
    </>
  );
};
