'use client';
import { useToast } from '@inkproof/ui';
import { useTranslations } from 'next-intl';

/** Pictures of the project's own. One is fetched and read just as a dropped file is. */
export const SampleStrip = ({ samples, onFile }: { samples: readonly string[]; onFile: (file: File) => void }) => {
  const t = useTranslations('playground');
  const problems = useTranslations('problems.capacity.store_unavailable');
  const say = useToast();
  const take = async (name: string) => {
    try {
      const picture = await (await fetch(`/samples/${encodeURIComponent(name)}`)).blob();
      onFile(new File([picture], name, { type: picture.type }));
    } catch {
      say(problems('title'), 'zhu');
    }
  };
  return (
    <ul className="pg-s">
      {samples.map((name) => (
        <li key={name}>
          <button type="button" aria-label={t('sample', { name })} onClick={() => void take(name)}>
            <img src={`/samples/${encodeURIComponent(name)}`} alt="" loading="lazy" />
            <span className="small tr">{name}</span>
          </button>
        </li>
      ))}
    </ul>
  );
};
