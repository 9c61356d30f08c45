import { getRequestConfig } from 'next-intl/server';
import { cookies, headers } from 'next/headers';
import { chooseLocale, LOCALE_COOKIE } from '../features/preferences/locale';
import { catalogues } from './catalogues';

export default getRequestConfig(async () => {
  const locale = chooseLocale((await cookies()).get(LOCALE_COOKIE)?.value, (await headers()).get('accept-language'));
  return { locale, messages: catalogues[locale], timeZone: 'Asia/Shanghai' };
});
