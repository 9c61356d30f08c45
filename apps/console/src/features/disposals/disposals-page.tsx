import './disposals.css';
import type { MediaDisposal } from '@inkproof/contract';
import { buttonClass, Empty, Ledger, Mast } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { dayOf } from '../../words/moments';
import { Pager } from '../paging/pager';
import type { Trail } from '../paging/trail';
import { CertificateLinks } from './certificate-links';
import { DisposalState } from './disposal-state';

interface DisposalsPageProps {
  items: readonly MediaDisposal[];
  trail: Trail;
  next: string | null;
  mayEnter: boolean;
}

/** The register of media that left service, newest first. */
export const DisposalsPage = ({ items, trail, next, mayEnter }: DisposalsPageProps) => {
  const t = useTranslations('disposals');
  const enter = mayEnter ? (
    <Link className={buttonClass({ tone: 'ink' })} href="/admin/disposals/new">
      {t('enter')}
    </Link>
  ) : null;
  return (
    <main className="main">
      <Mast title={t('title')} lede={t('lede')} actions={enter} />
      {items.length ? (
        <Ledger caption={t('title')} columns={[{ key: 'medium', label: t('column.medium') }, { key: 'deed', label: t('column.deed') }, { key: 'people', label: t('column.people') }, { key: 'at', label: t('column.at') }, { key: 'state', label: t('column.state') }, { key: 'certificate', label: t('column.certificate') }]}>
          {items.map((item) => (
            <tr key={item.id}>
              <td>
                <Link className="nm dp-m" href={`/admin/disposals/${item.id}`}>
                  {item.make}
                </Link>
                <div className="id dp-m">{item.serial}</div>
                {item.corrected_by.length ? <div className="small zhu">{t('wasCorrected')}</div> : null}
              </td>
              <td>
                {t(`method.${item.method}`)}
                <div className="sub">{t(`technique.${item.technique}`)}</div>
              </td>
              <td className="sub full">
                {item.performed_by.name ?? item.performed_by.id}
                {item.witnessed_by ? ` · ${item.witnessed_by.name ?? item.witnessed_by.id}` : null}
              </td>
              <td className="sub nw hide">{dayOf(item.sanitised_at)}</td>
              <td className="end">
                <DisposalState state={item.state} />
              </td>
              <td className="full">{item.certificate ? <CertificateLinks id={item.id} certificate={item.certificate} /> : <span className="dim only-l">—</span>}</td>
            </tr>
          ))}
        </Ledger>
      ) : (
        <Empty title={t('empty')} written={0}>
          {t('emptyBody')}
        </Empty>
      )}
      {items.length || trail.cursor ? <Pager base="/admin/disposals" trail={trail} next={next} /> : null}
    </main>
  );
};
