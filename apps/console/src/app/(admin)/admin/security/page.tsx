import { readSecurity } from '../../../../features/security/read-security';
import { SecurityPage } from '../../../../features/security/security-page';
import { pageTitle } from '../../../../words/page-title';
import { withWords } from '../../../../words/with-words';

export const generateMetadata = pageTitle('security');

const Page = async () => <SecurityPage {...await readSecurity()} />;

export default withWords(Page, 'security');
