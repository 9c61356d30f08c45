import { ticketPriorities, type DeskFigures } from '@inkproof/contract';
import { Button, buttonClass } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import Form from 'next/form';
import Link from 'next/link';
import { TenantField } from '../tenants/tenant-field';
import { figureHref, type FigureAddress } from './figure-query';

interface FigureFormProps {
  path: string;
  asked: FigureAddress;
  figures: DeskFigures;
  staff: readonly { id: string; name: string }[];
}

/** Of which days, tenant, person and priority the figures are. */
export const FigureForm = ({ path, asked, figures: { from, to, by, groups }, staff }: FigureFormProps) => {
  const t = useTranslations('deskFigures');
  const { tenant, agent, priority } = asked;
  const tenantName = groups.find(({ id }) => id === tenant)?.name ?? tenant;
  return (
    <Form className="df-f" action={path} key={JSON.stringify({ ...asked, from, to })}>
      <input type="hidden" name="by" value={by} />
      <label className="fl">
        {t('from')}
        <input className="in" type="date" name="from" defaultValue={from} />
      </label>
      <label className="fl">
        {t('to')}
        <input className="in" type="date" name="to" defaultValue={to} />
      </label>
      <label className="fl">
        {t('by.agent')}
        <select className="in" name="agent" defaultValue={agent ?? ''}>
          <option value="">{t('all')}</option>
          {staff.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="fl">
        {t('by.priority')}
        <select className="in" name="priority" defaultValue={priority ?? ''}>
          <option value="">{t('all')}</option>
          {ticketPriorities.map((one) => (
            <option key={one} value={one}>
              {one.toUpperCase()}
            </option>
          ))}
        </select>
      </label>
      {tenant ? (
        <p className="fl">
          {t('by.tenant')}
          <input type="hidden" name="tenant" value={tenant} />
          <span className="row">
            <span>{tenantName}</span>
            <Link className="link small" href={figureHref(path, { ...asked, tenant: undefined })}>
              {t('ofAll')}
            </Link>
          </span>
        </p>
      ) : (
        <TenantField />
      )}
      <Button type="submit">{t('show')}</Button>
      {tenant || agent || priority ? (
        <Link className={buttonClass({ tone: 'quiet' })} href={figureHref(path, { from, to, by })}>
          {t('clear')}
        </Link>
      ) : null}
    </Form>
  );
};
