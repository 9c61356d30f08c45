import './recipe.css';
import type { Recognition } from '@inkproof/contract';
import { Facts } from '@inkproof/ui';
import { useTranslations } from 'next-intl';

const SHOWN_OF_DIGEST = 16;

/** What has to be the same for another party to come to the same reading: engines, data, input. */
export const EngineFacts = ({ recipe }: { recipe: Recognition['recipe'] }) => {
  const t = useTranslations('recipe');
  return (
    <Facts
      entries={[
        ...recipe.engines.map(({ reader, version }) => [t(`readers.${reader}`), version] as const),
        ...recipe.data.map(({ name, sha256 }) => [<span key={name} className="mono rp-n">{name}</span>, <span key={sha256} className="mono" title={sha256}>{sha256.slice(0, SHOWN_OF_DIGEST)}…</span>] as const),
        [t('input'), <span key="input" className="mono rp-n">{recipe.input_sha256}</span>],
      ]}
    />
  );
};
