import { api } from '@inkproof/contract';
import { call } from '../../../api';
import { DeprecationsPage } from '../../../features/changelog/deprecations-page';
import { pageTitle } from '../../../words/page-title';

export const generateMetadata = pageTitle('deprecations');

const Page = async () => <DeprecationsPage items={(await call(api.changelog.deprecations)).items} />;

export default Page;
