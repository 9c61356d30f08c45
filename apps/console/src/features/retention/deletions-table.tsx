import type { Deletion } from '@inkproof/contract';
import { Ledger, Meter } from '@inkproof/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { momentOf } from '../../words/moments';
import { Moment } from '../moments/moment';
import { CancelDeletion } from './cancel-deletion';
import { DeletionState } from './deletion-state';
import { SelectionWords } from './selection-words';

/** Deletions with how far they are, and what is to be had of each: its certificate, or the way back while there is one. */
export const DeletionsTable = ({ deletions, mayAsk }: { deletions: readonly Deletion[]; mayAsk: boolean }) => {
  const t = useTranslations('retention');
  const format = useFormatter();
  return (
    <Ledger caption={t('deletions.title')} columns={[{ key: 'what', label: t('deletions.what') }, { key: 'at', label: t('deletions.at') }, { key: 'progress', label: t('deletions.progress') }, { key: 'state', label: t('deletions.state') }, { key: 'certificate', label: t('deletions.certificate') }]}>
      {deletions.map(({ id, selection, state, requested_at: at, begins_at: beginsAt, certificate, progress: { total, erased, held, kept } }) => (
        <tr key={id}>
          <td>
            <span className="nm">
              <SelectionWords selection={selection} />
            </span>
            <div className="id brk rt-id">{id}</div>
          </td>
          <td className="sub nw">
            <Moment at={at} />
          </td>
          <td className="rt-prog">
            <div className="nw">{t('deletions.erasedOf', { erased: format.number(erased), total: format.number(total) })}</div>
            {state === 'running' || state === 'verifying' ? <Meter value={erased + held + kept} max={total} tone="zhu" label={t('deletions.progress')} text={t('deletions.erasedOf', { erased, total })} /> : null}
            {held > 0 ? <div className="small dim">{t('deletions.held', { count: format.number(held) })}</div> : null}
            {kept > 0 ? <div className="small dim">{t('deletions.kept', { count: format.number(kept) })}</div> : null}
            {state === 'waiting' ? <div className="small dim">{t('deletions.begins', { at: momentOf(beginsAt).slice(0, 16) })}</div> : null}
          </td>
          <td className="end">
            <DeletionState state={state} />
          </td>
          <td className="full">
            {certificate ? (
              <span className="row rt-cert">
                {(['pdf', 'json'] as const).map((form) => (
                  <a key={form} className="link" href={`/v1/deletions/${id}/certificate?format=${form}`} download={`${certificate}.${form}`} aria-label={t('deletions.certificateAs', { form: form.toUpperCase(), id: certificate })}>
                    {form.toUpperCase()}
                  </a>
                ))}
              </span>
            ) : state === 'waiting' && mayAsk ? (
              <CancelDeletion id={id} />
            ) : (
              <span className="dim only-l">—</span>
            )}
          </td>
        </tr>
      ))}
    </Ledger>
  );
};
