import { api } from '@inkproof/contract';
import { call } from '../../../../api';
import { UnattestedPage } from '../../../../features/attestations/unattested-page';
import { pageTitle } from '../../../../words/page-title';

export const generateMetadata = pageTitle('attestations');

const Page = async () => <UnattestedPage tenants={(await call(api.adminAttestations.tenants)).items} />;

export default Page;
