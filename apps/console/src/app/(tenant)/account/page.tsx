import { api } from '@inkproof/contract';
import { cookies } from 'next/headers';
import { call } from '../../../api';
import { AccountPage } from '../../../features/account/account-page';
import { chooseTheme, THEME_COOKIE } from '../../../features/preferences/locale';
import { memberSession } from '../../../features/session/sessions';
import { pageTitle } from '../../../words/page-title';
import { withWords } from '../../../words/with-words';

export const generateMetadata = pageTitle('account');

const Page = async () => {
  const [session, { items }, jar] = await Promise.all([memberSession(), call(api.session.places), cookies()]);
  return <AccountPage session={session} theme={chooseTheme(jar.get(THEME_COOKIE)?.value)} places={items} />;
};

export default withWords(Page, 'account');
