import './nodes.css';
import type { Node } from '@inkproof/contract';
import { Empty, Section } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { NodeState } from './node-state';

/** Every node in one line. */
export const NodeLines = ({ nodes }: { nodes: readonly Node[] }) => {
  const t = useTranslations('admin.nodes');
  return (
    <Section
      title={t('short')}
      aside={
        <Link className="link nw" href="/admin/nodes">
          {t('details')}
        </Link>
      }
    >
      {nodes.length ? (
        <ul className="nds">
          {nodes.map((node) => (
            <li key={node.id}>
              <span className="id nd-id">{node.id}</span>
              <NodeState state={node.state} />
              <span className="sub">{t('line', node.readers)}</span>
            </li>
          ))}
        </ul>
      ) : (
        <Empty title={t('none')}>{t('noneBody')}</Empty>
      )}
    </Section>
  );
};
