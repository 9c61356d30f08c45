import type { AuditEvent } from '@inkproof/contract';
import { Icon, Ledger, Tag } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { Fragment } from 'react';
import { Moment } from '../moments/moment';
import { addressOf, type AuditFilter } from './audit-query';

const HASH_SHOWN = 8;
const ID_SHOWN = 14;
const short = (id: string): string => (id.length > ID_SHOWN + 1 ? `${id.slice(0, ID_SHOWN)}…` : id);

interface AuditRowsProps {
  events: readonly AuditEvent[];
  sealedSeq: number;
  base: string;
  filter: AuditFilter;
  more?: Record<string, string>;
}

/** Entries, newest first, with a line between those that wait for their checkpoint and those that are sealed. */
export const AuditRows = ({ events, sealedSeq, base, filter, more }: AuditRowsProps) => {
  const t = useTranslations('audit');
  const roles = useTranslations('common.role');
  const whoOf = ({ actor }: AuditEvent): string => {
    if (!actor) return t('erased');
    if (actor.name) return actor.name;
    if (actor.kind === 'staff' && actor.role) return t('staffRole', { role: roles(actor.role as 'admin') });
    return actor.kind === 'key' ? short(actor.id) : t(`actor.${actor.kind}`);
  };
  const firstSealed = events.findIndex(({ seq }) => seq <= sealedSeq);
  const only = (one: AuditFilter) => addressOf(base, { ...filter, ...one }, more);
  return (
    <Ledger
      compact
      caption={t('title')}
      columns={[
        { key: 'seal', label: <span className="vh">{t('column.seal')}</span> },
        { key: 'seq', label: t('column.seq') },
        { key: 'at', label: t('column.at') },
        { key: 'who', label: t('column.who') },
        { key: 'what', label: t('column.what') },
        { key: 'target', label: t('column.target') },
        { key: 'hash', label: t('column.hash') },
      ]}
    >
      {events.map((event, index) => (
        <Fragment key={event.seq}>
          {index === firstSealed && index > 0 ? (
            <tr className="au-ck">
              <td colSpan={7} className="full">
                <b>
                  <Icon name="check" size="s" />
                  {t('sealedFrom', { seq: sealedSeq })}
                </b>
              </td>
            </tr>
          ) : null}
          <tr>
            <td className="hide">{event.seq <= sealedSeq ? <span className="lv"><Icon name="check" size="s" /></span> : <span className="dot au-r" />}</td>
            <td className="mono sub end2">#{event.seq}</td>
            <td className="sub end">
              <Moment at={event.at} />
            </td>
            <td className="au-w">
              {event.actor && event.actor.kind !== 'system' && event.actor.kind !== 'visitor' ? (
                <Link href={only({ actor: event.actor.id })} title={t('filter.only')}>
                  {whoOf(event)}
                </Link>
              ) : (
                whoOf(event)
              )}
              {event.actor?.kind === 'staff' ? <Tag tone="zhe">{t('actor.staff')}</Tag> : null}
            </td>
            <td className="nm">
              {event.action ? t(`action.${event.action}` as 'action.key.issued') : t('erased')}
              {event.outcome === 'refused' && event.action !== 'session.refused' ? <span className="small zhu">{t('refused', { code: event.code ?? '' })}</span> : null}
              {event.reason ? <span className="small sub au-y">{t('reason', { reason: event.reason })}</span> : null}
            </td>
            <td>
              {event.targets.map((target) => (
                <Link key={target} className="id" href={only({ target })} title={`${target} · ${t('filter.onlyTarget')}`}>
                  {short(target)}
                </Link>
              ))}
            </td>
            <td className="mono dim hide" title={event.hash}>
              {event.hash.slice(0, HASH_SHOWN)}…
            </td>
          </tr>
        </Fragment>
      ))}
    </Ledger>
  );
};
