import { Tally } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

/** The quota that the words about it take as their example. */
const EXAMPLE_QUOTA = 20;

const refusals = [
  ['429', 'rate.exceeded', 'rate'],
  ['503', 'capacity.busy', 'busy'],
  ['504', 'recognition.deadline_exceeded', 'late'],
  ['422', 'image.corrupt', 'corrupt'],
] as const;

/** The rules that a careful buyer asks about, each with what it means in practice. */
export const LandingRules = () => {
  const t = useTranslations('landing');
  const values = { n: EXAMPLE_QUOTA, less: EXAMPLE_QUOTA - 1 };
  const proof: Partial<Record<string, ReactNode>> = {
    quota: <Tally used={EXAMPLE_QUOTA} total={EXAMPLE_QUOTA} refusing label={t('rule.quota.title')} text={t('rule.quota.tally', values)} />,
    refusals: (
      <ul className="ld-c">
        {refusals.map(([status, code, meaning]) => (
          <li key={code}>
            <span className="mono">
              {status} {code}
            </span>
            <span className="sub">{t(`rule.refusals.${meaning}`)}</span>
          </li>
        ))}
      </ul>
    ),
  };
  return (
    <section className="ld-s">
      <h2>{t('rules')}</h2>
      <ol className="ld-r">
        {(['quota', 'refusals', 'advisory', 'dropped', 'walls', 'once'] as const).map((rule) => (
          <li key={rule}>
            <h3>{t(`rule.${rule}.title`)}</h3>
            <p>{t(`rule.${rule}.body`, values)}</p>
            {proof[rule]}
          </li>
        ))}
      </ol>
    </section>
  );
};
