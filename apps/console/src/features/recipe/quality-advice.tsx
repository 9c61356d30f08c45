import type { PageReading } from '@inkproof/contract';
import { Bar } from '@inkproof/ui';
import { useTranslations } from 'next-intl';

/** What would make the picture easier to read. Nothing where nothing is wrong. */
export const QualityAdvice = ({ quality }: { quality: PageReading['quality'] }) => {
  const t = useTranslations('recipe.quality');
  return quality.warnings.length ? (
    <Bar>
      <ul className="rp-q">
        {quality.warnings.map(({ code }) => (
          <li key={code}>
            <b>{t(`${code}.title`)}</b> {t(`${code}.advice`)}
          </li>
        ))}
      </ul>
    </Bar>
  ) : null;
};
