import { api } from '@inkproof/contract';
import { call } from '../../../../../../api';
import { AttestationsPage } from '../../../../../../features/attestations/attestations-page';
import { shownExpiries } from '../../../../../../features/attestations/shown-expiries';
import { readId } from '../../../../../../features/paging/read-id';
import { readTrail } from '../../../../../../features/paging/trail';
import { pageTitle } from '../../../../../../words/page-title';
import { withWords } from '../../../../../../words/with-words';

export const generateMetadata = pageTitle('attestations');

const Page = async ({ params, searchParams }: PageProps<'/admin/tenants/[id]/attestations'>) => {
  const [id, asked] = [readId('ten', (await params).id), await searchParams];
  const [trail, state] = [readTrail(asked), shownExpiries(asked['show'])];
  const [{ items, next_cursor }, { name }] = await Promise.all([call(api.adminAttestations.ofTenant, { params: { id }, query: { cursor: trail.cursor, state } }), call(api.admin.findTenant, { params: { id } })]);
  return <AttestationsPage expiries={items} shown={state} tenant={name} base={`/admin/tenants/${id}/attestations`} trail={trail} next={next_cursor} mayAttest={false} />;
};

export default withWords(Page, 'attestations.attest');
