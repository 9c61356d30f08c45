import type { SupportAccess } from '@inkproof/contract';
import { Ledger, Tag } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Moment } from '../moments/moment';
import { stateOf } from './access-state';

const tones = { running: 'fill', ended: 'void', over: 'plain' } as const;

/** Accesses of staff to the data of one tenant. `acts` stand beside each that runs. */
export const AccessLedger = ({ accesses, acts }: { accesses: readonly SupportAccess[]; acts: (access: SupportAccess) => ReactNode }) => {
  const t = useTranslations('supportAccess');
  return (
    <Ledger
      caption={t('title')}
      columns={[
        { key: 'who', label: t('column.who') },
        { key: 'reason', label: t('column.reason') },
        { key: 'opened', label: t('column.opened') },
        { key: 'until', label: t('column.until') },
        { key: 'state', label: t('column.state') },
      ]}
    >
      {accesses.map((access) => (
        <tr key={access.id}>
          <td>
            <span className="nm">{access.person.name}</span>
          </td>
          <td className="sub">
            {access.reason}
            {access.ticket ? <span className="dim"> {t('ticket', { ticket: access.ticket })}</span> : null}
          </td>
          <td className="hide sub">
            <Moment at={access.opened_at} />
          </td>
          <td className="hide sub">
            <Moment at={access.ended_at ?? access.ends_at} />
          </td>
          <td className="end">
            <span className="row btw">
              <Tag tone={tones[stateOf(access)]}>{t(`state.${stateOf(access)}`)}</Tag>
              {access.running ? acts(access) : null}
            </span>
          </td>
        </tr>
      ))}
    </Ledger>
  );
};
