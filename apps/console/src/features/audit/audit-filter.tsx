import { auditActionNames } from '@inkproof/contract';
import { buttonClass, Fold, SelectField, TextField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import type { AuditFilter } from './audit-query';

const groups = [...new Set(auditActionNames.map((action) => action.split('.')[0]!))];

/** What is to be shown. It works without a script: the answer is a page with an address of its own. */
export const AuditFilterForm = ({ base, filter, chain }: { base: string; filter: AuditFilter; chain?: string }) => {
  const t = useTranslations('audit');
  const actions = groups.flatMap((group) => [{ value: group, label: t(`group.${group}` as 'group.key') }, ...auditActionNames.filter((action) => action.startsWith(`${group}.`)).map((action) => ({ value: action, label: `　${t(`action.${action}` as 'action.key.issued')}` }))]);
  return (
    <Fold label={t('filter.title')} count={Object.keys(filter).length}>
      <form className="au-f" action={base} role="search" aria-label={t('filter.title')}>
        {chain ? <input type="hidden" name="chain" value={chain} /> : null}
        <SelectField label={t('filter.what')} name="action" defaultValue={filter.action ?? ''} options={[{ value: '', label: t('filter.all') }, ...actions]} />
        <TextField label={t('filter.actor')} name="actor" defaultValue={filter.actor} placeholder="per_…" title={t('filter.actorHint')} />
        <TextField label={t('filter.target')} name="target" defaultValue={filter.target} placeholder="key_…" title={t('filter.targetHint')} />
        <TextField label={t('filter.request')} name="request_id" defaultValue={filter.request_id} placeholder="req_…" />
        <TextField label={t('filter.from')} name="from" type="date" defaultValue={filter.from} />
        <TextField label={t('filter.to')} name="to" type="date" defaultValue={filter.to} />
        <div className="row au-fb">
          <button type="submit" className={buttonClass()}>
            {t('filter.apply')}
          </button>
          {Object.keys(filter).length ? (
            <Link className={buttonClass({ tone: 'quiet' })} href={chain ? `${base}?chain=${chain}` : base}>
              {t('filter.clear')}
            </Link>
          ) : null}
        </div>
      </form>
    </Fold>
  );
};
