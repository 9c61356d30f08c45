import type { Node } from '@inkproof/contract';
import { useTranslations } from 'next-intl';

const known = ['database', 'storage', 'readers', 'limiter_postgresql', 'limiter_redis'] as const;

/** What a node needs, and whether it had that when it was last seen. What it lacks is said in words too. */
export const NodeChecks = ({ checks }: Pick<Node, 'checks'>) => {
  const t = useTranslations('admin.nodes');
  const nameOf = (check: string) => known.find((name) => name === check);
  return (
    <ul className="chk">
      {Object.entries(checks).map(([check, verdict]) => {
        const name = nameOf(check);
        return (
          <li key={check} className="nw">
            <span className={verdict === 'ok' ? 'dot dot-lv' : 'dot dot-zhu'} aria-hidden="true" /> {name ? t(`check.${name}`) : check} <span className={verdict === 'ok' ? 'vh' : 'zhu'}>{t(`verdict.${verdict}`)}</span>
          </li>
        );
      })}
    </ul>
  );
};
