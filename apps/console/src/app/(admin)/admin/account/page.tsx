import { cookies } from 'next/headers';
import { AccountPage } from '../../../../features/account/account-page';
import { chooseTheme, THEME_COOKIE } from '../../../../features/preferences/locale';
import { staffSession } from '../../../../features/session/sessions';
import { pageTitle } from '../../../../words/page-title';
import { withWords } from '../../../../words/with-words';

export const generateMetadata = pageTitle('account');

const Page = async () => <AccountPage session={await staffSession()} theme={chooseTheme((await cookies()).get(THEME_COOKIE)?.value)} />;

export default withWords(Page, 'account');
