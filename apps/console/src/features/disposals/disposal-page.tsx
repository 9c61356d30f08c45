import './disposals.css';
import type { MediaDisposal } from '@inkproof/contract';
import { Bar, buttonClass, Facts, Mast, Section } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { momentOf } from '../../words/moments';
import { CertificateLinks } from './certificate-links';
import { DisposalState } from './disposal-state';
import { EvidenceList } from './evidence-list';

const EntryLinks = ({ ids }: { ids: readonly string[] }) =>
  ids.map((id) => (
    <Link key={id} className="link id dp-m" href={`/admin/disposals/${id}`}>
      {id}{' '}
    </Link>
  ));

/** One entry: what the medium was, what was done to it, by whom and before whom, and what shows it. */
export const DisposalPage = ({ disposal, mayEnter }: { disposal: MediaDisposal; mayEnter: boolean }) => {
  const t = useTranslations('disposals');
  const records = useTranslations('retention.class');
  const { id, state, certificate, tenants, performed_by: performer, witnessed_by: witness } = disposal;
  const nameOf = ({ id: person, name }: { id: string; name: string | null }) => name ?? person;
  return (
    <main className="main dp">
      <Mast
        title={disposal.make}
        lede={<DisposalState state={state} />}
        actions={
          mayEnter ? (
            <Link className={buttonClass({})} href={`/admin/disposals/new?corrects=${id}`}>
              {t('correct')}
            </Link>
          ) : null
        }
      />
      {state === 'waiting' ? (
        <Bar title={t('waits')}>
          <Link className="link" href="/admin/approvals">
            {t('waitsBody')}
          </Link>
        </Bar>
      ) : null}
      {state === 'unwitnessed' ? <Bar tone="zhu" title={t('unwitnessed')}>{t('unwitnessedBody')}</Bar> : null}
      {disposal.corrected_by.length ? (
        <Bar tone="zhu" title={t('wasCorrected')}>
          <EntryLinks ids={disposal.corrected_by} />
        </Bar>
      ) : null}
      <Section title={t('medium')}>
        <Facts
          entries={[
            [t('field.kind'), t(`kind.${disposal.kind}`)],
            [t('field.serial'), <span key="s" className="id">{disposal.serial}</span>],
            [t('field.place'), disposal.place],
            [t('field.classes'), disposal.classes.map((one) => records(one)).join(t('and')) || t('none')],
            [t('field.tenants'), tenants === 'all' ? t('everybodys') : tenants.length ? <span key="t" className="id">{tenants.join(' ')}</span> : t('none')],
            [t('field.reason'), disposal.reason],
          ]}
        />
      </Section>
      <Section title={t('deed')}>
        <Facts
          entries={[
            [t('field.method'), t(`method.${disposal.method}`)],
            [t('field.technique'), t(`technique.${disposal.technique}`)],
            [t('field.sanitised_at'), momentOf(disposal.sanitised_at)],
            [t('field.verified_by'), t(`verification.${disposal.verified_by}`)],
            [t('field.verification'), disposal.verification],
            [t('performedBy'), `${nameOf(performer)}, ${momentOf(disposal.entered_at)}`],
            disposal.contractor === null ? null : [t('field.contractor'), disposal.contractor],
            [t('witnessedBy'), witness && disposal.witnessed_at ? `${nameOf(witness)}, ${momentOf(disposal.witnessed_at)}` : t('nobodyYet')],
            disposal.corrects ? [t('corrects'), <EntryLinks key="c" ids={[disposal.corrects]} />] : null,
            [t('column.certificate'), certificate ? <CertificateLinks key="d" id={id} certificate={certificate} /> : t('nobodyYet')],
          ]}
        />
      </Section>
      <Section title={t('evidence')}>{disposal.files.length ? <EvidenceList id={id} files={disposal.files} /> : <p className="sub">{t('noEvidence')}</p>}</Section>
    </main>
  );
};
