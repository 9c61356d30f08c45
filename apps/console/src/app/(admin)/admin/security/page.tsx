import { readSecurity } from '../../../../features/security/read-security';
import { SecurityPage } from '../../../../features/security/security-page';
import { pageTitle } from '../../../../words/page-title';

export const generateMetadata = pageTitle('security');

const Page = async () => <SecurityPage {...await readSecurity()} />;

export default Page;
