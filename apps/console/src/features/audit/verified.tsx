'use client';
import { api, type AuditVerification } from '@inkproof/contract';
import { Button, Facts, Icon } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { browserApi } from '../../browser-api';
import { clockOf } from '../../words/moments';
import { useSend } from '../faults/use-send';

/** Two verifications in a row as one. */
const joined = (one: AuditVerification, next: AuditVerification): AuditVerification => ({ ...next, from: one.from, entries: one.entries + next.entries, checkpoints: one.checkpoints + next.checkpoints, duration_ms: one.duration_ms + next.duration_ms });

const HEAD_SHOWN = 8;

/**
 * Up to where the log was worked out again, and found as it was written. The first stretch was verified for this page; a
 * long log goes on from there, and nothing is called verified before it was.
 */
export const Verified = ({ first, chain }: { first: AuditVerification; chain?: string }) => {
  const t = useTranslations('audit.proof');
  const [seen, setSeen] = useState(first);
  const { busy, send } = useSend();
  const ask = (after: number) => (chain ? browserApi(api.adminAudit.verify, { query: { chain: chain as 'provider', after } }) : browserApi(api.audit.verify, { query: { after } }));
  const { first_bad: bad, complete, verified_seq: upTo, sealed_seq: sealed, head_seq: newest } = seen;

  useEffect(() => {
    if (complete || bad || busy) return;
    void send(async () => setSeen(joined(seen, await ask(upTo))));
    // Each stretch begins where the one before it ended.
  }, [complete, bad, upTo]);

  const pending = Math.max(0, newest - sealed);
  return (
    <>
      <section className="au">
        <div className="au-s" role="status">
          <span className={bad ? 'au-m zhu' : 'au-m lv'}>
            <Icon name={bad ? 'close' : complete ? 'check' : 'again'} size="l" />
          </span>
          <div className="grow">
            <p className="au-t">{bad ? t('bad', { seq: bad.seq }) : !newest ? t('verifiedNone') : complete ? t('verified', { seq: upTo }) : t('verifying', { seq: upTo })}</p>
            <p className="s13 sub">{bad ? t(`fault.${bad.fault}`) : sealed ? t('verifiedBody', { checkpoints: seen.checkpoints }) : t('sealedNone')}</p>
          </div>
        </div>
        <Facts
          entries={[
            [t('pending'), pending ? t('pendingCount', { count: pending }) : t('pendingNone')],
            [t('last'), t('lastBody', { moment: clockOf(seen.at), entries: seen.entries, seconds: (seen.duration_ms / 1_000).toFixed(2) })],
            seen.head ? [t('head'), <span key="head" className="mono" title={seen.head}>{`${seen.head.slice(0, HEAD_SHOWN)}…${seen.head.slice(-4)}`}</span>] : null,
          ]}
        />
        <div className="row au-b">
          <Button icon="again" busy={busy} onClick={() => void send(async () => setSeen(await ask(0)))}>
            {t('again')}
          </Button>
        </div>
      </section>
      {newest ? (
        <>
          <div className="au-bar" role="img" aria-label={t('bar', { sealed, pending })}>
            {sealed ? <i style={{ flexGrow: Math.max(1, sealed) }} /> : null}
            {pending ? <u style={{ flexGrow: Math.max(pending, newest / 24) }} /> : null}
          </div>
          <div className="row btw small dim">
            <span>#1</span>
            <span>#{newest}</span>
          </div>
        </>
      ) : null}
    </>
  );
};
