import './recipe.css';
import type { PageReading } from '@inkproof/contract';
import { Facts } from '@inkproof/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { isKnown, reasonOf } from './recipe-words';

type Step = PageReading['recipe']['steps'][number];

/** What a step was told, as code would write it. */
const written = ({ settings }: Step): string => {
  const given = Object.entries(settings).map(([key, value]) => `${key} ${typeof value === 'number' ? Number(value.toFixed(4)) : value}`);
  return given.length ? ` (${given.join(', ')})` : '';
};

/** How one page came about: which reader and why, and everything that was done to the picture. */
export const PageRecipe = ({ page }: { page: PageReading }) => {
  const t = useTranslations('recipe');
  const format = useFormatter();
  const reason = reasonOf(page.recipe.why);
  const { recipe, width, height, dpi, rotation, mirrored, skew } = page;
  const shape = [`${format.number(width)} × ${format.number(height)} px`, dpi && `${dpi} dpi`, rotation && t('turned', { degrees: rotation }), mirrored && t('mirrored'), Math.abs(skew) >= 0.1 && t('slants', { degrees: format.number(skew, { maximumFractionDigits: 1 }) })];
  return (
    <Facts
      entries={[
        [t('reader'), recipe.reader === null ? t('noReader') : t(`readers.${recipe.reader}`)],
        [t('why'), reason ? t(`reasons.${reason}`) : <span key="why" lang="en">{recipe.why}</span>],
        recipe.languages.length ? [t('data'), <span key="data" className="mono">{recipe.languages.join(' + ')}</span>] : null,
        [t('page'), shape.filter(Boolean).join(' · ')],
        [
          t('steps'),
          <ol key="steps" className="rp-s">
            {recipe.steps.map((step, index) => (
              <li key={index}>
                {isKnown(step.name) ? t(`step.${step.name}`) : step.name}
                <span lang="en">{written(step)}</span>
              </li>
            ))}
          </ol>,
        ],
      ]}
    />
  );
};
