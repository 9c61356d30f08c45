import type { Node } from '@inkproof/contract';
import { Ledger, Meter, Section } from '@inkproof/ui';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { clock } from '../../clock';
import { Moment } from '../moments/moment';
import { sizeText } from '../playground/limit-text';
import { NodeChecks } from './node-checks';
import { NodeState } from './node-state';

export const NodesLedger = ({ nodes }: { nodes: readonly Node[] }) => {
  const t = useTranslations('admin.nodes');
  const format = useFormatter();
  const locale = useLocale();
  const now = clock.now();
  return (
    <Section title={t('all')}>
      <Ledger
        caption={t('all')}
        columns={[
          { key: 'node', label: t('node') },
          { key: 'kind', label: t('kindOf') },
          { key: 'state', label: t('stateOf') },
          { key: 'needs', label: t('needs') },
          { key: 'readers', label: t('readers') },
          { key: 'queued', label: t('queued'), numeric: true },
          { key: 'replaced', label: t('replaced'), numeric: true },
          { key: 'recycled', label: t('recycled'), numeric: true },
          { key: 'memory', label: t('memory'), numeric: true },
          { key: 'version', label: t('version') },
          { key: 'started', label: t('started') },
          { key: 'seen', label: t('seen') },
        ]}
      >
        {nodes.map(({ readers, ...node }) => (
          <tr key={node.id}>
            <td>
              <span className="id nd-id">{node.id}</span>
            </td>
            <td className="hide sub">{t(`kind.${node.kind}`)}</td>
            <td className="end">
              <NodeState state={node.state} />
            </td>
            <td className="full">
              <NodeChecks checks={node.checks} />
            </td>
            <td>
              <span className="nd-r">
                <Meter value={readers.busy} max={readers.total} tone={readers.total > 0 && readers.busy === readers.total ? 'zhe' : 'ink'} label={t('readers')} text={t('busy', readers)} />
                <span className="nw">{t('busy', readers)}</span>
              </span>
            </td>
            <td className="num end2" data-k={t('queued')}>{format.number(readers.queued)}</td>
            <td className="num hide">{format.number(readers.replaced)}</td>
            <td className="num hide">{format.number(readers.recycled)}</td>
            <td className="num hide nw">{sizeText(node.memory_bytes, locale)}</td>
            <td className="hide sub">{node.version}</td>
            <td className="hide sub nw">
              <Moment at={node.started_at} />
            </td>
            <td className="sub nw">{format.relativeTime(new Date(node.seen_at), now)}</td>
          </tr>
        ))}
      </Ledger>
    </Section>
  );
};
