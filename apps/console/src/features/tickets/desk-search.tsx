import { ticketPriorities, ticketStates, type DeskFilter, type TicketSummary } from '@inkproof/contract';
import { Button, buttonClass, SelectField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import Form from 'next/form';
import Link from 'next/link';
import { TenantField } from '../tenants/tenant-field';
import { deskHref, isSameFilter, standingViews } from './desk-filter';

interface DeskSearchProps {
  filter: DeskFilter;
  staff: readonly { id: string; name: string }[];
  items: readonly TicketSummary[];
}

/** Words, and all else that the queue is narrowed to. */
export const DeskSearch = ({ filter, staff, items }: DeskSearchProps) => {
  const t = useTranslations('tickets');
  const { search, state, priority, assignee, tenant, late } = filter;
  const isWhole = isSameFilter({ ...filter, search: undefined }, standingViews.unsolved);
  const named = (value: string, label: string) => ({ value, label });
  return (
    <Form key={JSON.stringify(filter)} className="tk-search" role="search" action="/admin/tickets">
      <input className="in" type="search" name="search" maxLength={200} defaultValue={search} aria-label={t('search.words')} aria-keyshortcuts="/" placeholder={t('search.words')} />
      <Button size="s" type="submit">
        {t('search.go')}
      </Button>
      {isWhole && !search ? null : (
        <Link className={buttonClass({ size: 's', tone: 'quiet' })} href="/admin/tickets">
          {t('search.clear')}
        </Link>
      )}
      <details className="tk-more" open={!isWhole}>
        <summary className="small link">{t('search.more')}</summary>
        <div className="tk-fields">
          <SelectField label={t('column.state')} name="state" defaultValue={state ?? 'any'} options={[named('unsolved', t('filter.unsolved')), named('any', t('filter.all')), ...ticketStates.map((one) => named(one, t(`state.${one}`)))]} />
          <SelectField label={t('acts.priority')} name="priority" defaultValue={priority ?? ''} options={[named('', t('search.anyPriority')), ...ticketPriorities.map((one) => named(one, one.toUpperCase()))]} />
          <SelectField label={t('acts.assignee')} name="assignee" defaultValue={assignee ?? ''} options={[named('', t('search.anybody')), named('me', t('search.me')), named('nobody', t('facts.nobody')), ...staff.map(({ id, name }) => named(id, name))]} />
          {tenant ? (
            <p className="small">
              <input type="hidden" name="tenant" value={tenant} />
              {t('facts.tenant')}: {items.find((ticket) => ticket.tenant.id === tenant)?.tenant.name ?? <span className="id">{tenant}</span>}{' '}
              <Link className="link" href={deskHref('/admin/tickets', { ...filter, tenant: undefined })}>
                {t('search.ofAll')}
              </Link>
            </p>
          ) : (
            <TenantField />
          )}
          <label className="row small nw">
            <input type="checkbox" name="late" value="true" defaultChecked={late === true} />
            {t('search.late')}
          </label>
        </div>
      </details>
    </Form>
  );
};
