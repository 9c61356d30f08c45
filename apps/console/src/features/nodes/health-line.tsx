import type { Health } from '@inkproof/contract';
import { Section } from '@inkproof/ui';
import { useTranslations } from 'next-intl';

const known = ['database', 'readers', 'limiter_postgresql', 'limiter_redis'] as const;

/** What the node that answered needs, and whether it has it. Null when it did not say. */
export const HealthLine = ({ health }: { health: Health | null }) => {
  const t = useTranslations('admin.nodes');
  const nameOf = (check: string) => known.find((name) => name === check);
  if (!health) return null;
  return (
    <Section title={t('health')}>
      <ul className="chk">
        {Object.entries(health.checks).map(([check, verdict]) => {
          const name = nameOf(check);
          return (
            <li key={check} className="row">
              <span className={verdict === 'ok' ? 'dot dot-lv' : 'dot dot-zhu'} aria-hidden="true" />
              <span>{name ? t(`check.${name}`) : check}</span>
              <span className={verdict === 'ok' ? 'lv' : 'zhu'}>{t(`verdict.${verdict}`)}</span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
};
