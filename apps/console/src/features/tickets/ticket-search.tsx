import { ticketPriorities } from '@inkproof/contract';
import { Button, buttonClass } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import Form from 'next/form';
import Link from 'next/link';
import { addressOf, type Narrowing } from './narrowing';

/** Words, priority and lateness that a list is narrowed to. `kept` is what else stands in its address. */
export const TicketSearch = ({ path, narrowing, kept }: { path: string; narrowing: Narrowing; kept: Record<string, string | undefined> }) => {
  const t = useTranslations('tickets');
  const isNarrowed = Object.keys(narrowing).length > 0;
  return (
    <Form key={JSON.stringify(narrowing)} className="tk-search" role="search" action={path}>
      {Object.entries(kept).map(([name, value]) => (value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />))}
      <input className="in" type="search" name="search" maxLength={200} defaultValue={narrowing.search} aria-label={t('search.words')} placeholder={t('search.words')} />
      <select className="in" name="priority" defaultValue={narrowing.priority ?? ''} aria-label={t('acts.priority')}>
        <option value="">{t('search.anyPriority')}</option>
        {ticketPriorities.map((priority) => (
          <option key={priority} value={priority}>
            {priority.toUpperCase()}
          </option>
        ))}
      </select>
      <label className="row small nw">
        <input type="checkbox" name="late" value="true" defaultChecked={narrowing.late !== undefined} />
        {t('search.late')}
      </label>
      <Button size="s" type="submit">
        {t('search.go')}
      </Button>
      {isNarrowed ? (
        <Link className={buttonClass({ size: 's', tone: 'quiet' })} href={addressOf(path, {}, kept)}>
          {t('search.clear')}
        </Link>
      ) : null}
    </Form>
  );
};
