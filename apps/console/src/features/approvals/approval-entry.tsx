import type { Approval } from '@inkproof/contract';
import { useTranslations } from 'next-intl';
import { Moment } from '../moments/moment';
import { ApprovalDifferences } from './approval-differences';
import { ApprovalState } from './approval-state';
import { DecideApproval, type Side } from './decide-approval';

/** One request in full: who asks, why, exactly what would be done, and who has said what of it. */
export const ApprovalEntry = ({ of, side, mayDecide = true }: { of: Approval; side: Side; mayDecide?: boolean }) => {
  const t = useTranslations('approvals');
  const name = (person: Approval['made_by']) => person.name ?? person.id;
  const title = t(`kind.${of.kind}`, { tenant: of.tenant?.name ?? '' });
  const standing = of.decisions.filter((one) => one.verdict === 'approve' && !one.void).length;
  return (
    <article className="apr" aria-labelledby={of.id}>
      <header className="apr-h">
        <h2 id={of.id}>{title}</h2>
        <ApprovalState {...of} />
      </header>
      <p className="sub">
        {t.rich('madeBy', { name: name(of.made_by), moment: () => <Moment at={of.made_at} /> })}
        {mayDecide && of.state === 'waiting' ? <> · {t.rich('until', { moment: () => <Moment at={of.expires_at} /> })}</> : null}
        {of.ended_at ? <> · {t.rich('endedAt', { moment: () => <Moment at={of.ended_at!} /> })}</> : null}
      </p>
      <blockquote className="apr-r">{of.reason}</blockquote>
      <ApprovalDifferences of={of} />
      {of.edits.length || of.decisions.length ? (
        <ul className="apr-w">
          {of.edits.map(({ by, at, revision }) => (
            <li key={revision}>{t.rich('edited', { name: name(by), moment: () => <Moment at={at} /> })}</li>
          ))}
          {of.decisions.map(({ by, at, verdict, reason, revision, void: isVoid }) => (
            <li key={`${by.id} ${revision}`}>
              {t.rich(isVoid ? 'voided' : `said.${verdict}`, { name: name(by), moment: () => <Moment at={at} /> })}
              {reason ? `: ${reason}` : null}
            </li>
          ))}
        </ul>
      ) : null}
      <p className="apr-x">
        <span className="mono" title={of.payload_sha256}>
          {t('digest', { digest: of.payload_sha256.slice(0, 12) })}
        </span>
        {of.approvals_needed > 1 ? <> · {t('needed', { needed: of.approvals_needed, standing })}</> : null}
      </p>
      {mayDecide && of.state === 'waiting' ? <DecideApproval of={{ id: of.id, payload_sha256: of.payload_sha256, your_part: of.your_part }} side={side} title={title} /> : null}
    </article>
  );
};
