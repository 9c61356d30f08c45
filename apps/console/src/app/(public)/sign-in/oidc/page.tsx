import { OidcReturn } from '../../../../features/sign-in/oidc-return';
import { Door } from '../../../../features/sign-in/sign-in-page';
import { pageTitle } from '../../../../words/page-title';
import { withWords } from '../../../../words/with-words';

export const generateMetadata = pageTitle('signIn');

const Page = () => (
  <Door>
    <OidcReturn />
  </Door>
);

export default withWords(Page, 'door', 'preferences', 'signIn');
