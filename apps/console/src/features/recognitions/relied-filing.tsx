import { api, type Recognition } from '@inkproof/contract';
import { getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { ask, orRefused } from '../../api';

type ReliedOn = NonNullable<NonNullable<Recognition['personal_information']>['relied_on']>;

/** The filed text a call relied on, by the name the tenant gave it. */
export const ReliedFiling = async ({ filing, version }: Pick<ReliedOn, 'filing' | 'version'>) => {
  const t = await getTranslations('personal');
  const found = await orRefused(['filing.not_found'], ask(api.filings.find, { params: { id: filing } }));
  return (
    <Link className="link" href={`/filings/${filing}`}>
      {t('reliedOn', { filing: typeof found === 'string' ? filing : found.name, number: version })}
    </Link>
  );
};
