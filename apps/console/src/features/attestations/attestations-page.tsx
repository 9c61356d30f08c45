import './attestations.css';
import type { Expiry } from '@inkproof/contract';
import { Empty, Mast, Seg } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { Pager } from '../paging/pager';
import type { Trail } from '../paging/trail';
import { Attest } from './attest';
import { ExpiriesTable } from './expiries-table';
import type { ShownExpiries } from './shown-expiries';

interface AttestationsPageProps {
  expiries: readonly Expiry[];
  shown: ShownExpiries;
  /** The tenant's name, for the provider. */
  tenant?: string;
  base: string;
  trail: Trail;
  next: string | null;
  mayAttest: boolean;
}

const shows: readonly ShownExpiries[] = ['open', 'late', 'attested'];
const emptyFor = { open: 'empty', late: 'emptyLate', attested: 'emptyAttested' } as const;

/** Copies of a tenant whose time is over: what is open, and what was said of the rest. */
export const AttestationsPage = ({ expiries, shown, tenant, base, trail, next, mayAttest }: AttestationsPageProps) => {
  const t = useTranslations('attestations');
  const title = tenant === undefined ? t('title') : t('titleOf', { tenant });
  const open = mayAttest ? expiries.filter(({ attestation }) => attestation === null) : [];
  const at = (one: ShownExpiries): string => (one === 'open' ? base : `${base}?show=${one}`);
  return (
    <main className="main">
      <Mast title={title} lede={t(tenant === undefined ? 'lede' : 'ledeOf')} actions={open.length > 1 ? <Attest expiries={open.map(({ id, count }) => ({ id, count }))} label={t('attest.all', { count: open.length })} leads /> : null} />
      <div className="filters">
        <Seg label={t('show')}>
          {shows.map((one) => (
            <Link key={one} href={at(one)} aria-current={one === shown ? 'true' : undefined}>
              {t(one)}
            </Link>
          ))}
        </Seg>
      </div>
      {expiries.length ? (
        <ExpiriesTable caption={title} expiries={expiries} side={tenant === undefined ? 'tenant' : 'provider'} act={({ id, count, state }) => (mayAttest && state !== 'deleted' ? <Attest expiries={[{ id, count }]} label={t(state === 'kept_by_law' ? 'attest.later' : 'attest.act')} kept={state === 'kept_by_law'} /> : null)} />
      ) : (
        <Empty title={t(emptyFor[shown])}>{t('emptyBody')}</Empty>
      )}
      {expiries.length || trail.cursor ? (
        <Pager base={at(shown)} trail={trail} next={next}>
          {tenant === undefined ? t('foot') : null}
        </Pager>
      ) : null}
    </main>
  );
};
