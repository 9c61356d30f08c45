'use client';
import { api } from '@inkproof/contract';
import { Button, Section } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { browserApi } from '../../browser-api';
import { ProblemBar } from '../faults/problem-bar';
import { useSend } from '../faults/use-send';

interface Place {
  id: `ten_${string}`;
  name: string;
  role: 'owner' | 'developer' | 'privacy' | 'viewer';
}

/** The tenants of somebody who has several, and the way from one to another. */
export const PlacesSection = ({ places, here }: { places: readonly Place[]; here: string }) => {
  const t = useTranslations('account');
  const roles = useTranslations('common.role');
  const { busy, problem, send } = useSend();
  const go = async (tenant: Place['id']) => {
    if (await send(() => browserApi(api.session.switchTenant, { body: { tenant } }))) window.location.assign('/overview');
  };
  return (
    <Section title={t('places')}>
      <ProblemBar problem={problem} />
      <ul className="acc-p">
        {places.map(({ id, name, role }) => (
          <li key={id} className="row btw">
            <span>
              <b>{name}</b> <span className="dim">{roles(role)}</span>
            </span>
            {id === here ? (
              <span className="dim">{t('here')}</span>
            ) : (
              <Button size="s" busy={busy} onClick={() => void go(id)}>
                {t('goThere')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
};
