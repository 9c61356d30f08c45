import { api, maintenanceMessages } from '@inkproof/contract';
import { call } from '../../../../../../api';
import { RecipientsPage } from '../../../../../../features/maintenance/recipients-page';
import { readId } from '../../../../../../features/paging/read-id';
import { readTrail } from '../../../../../../features/paging/trail';
import { pageTitle } from '../../../../../../words/page-title';

export const generateMetadata = pageTitle('maintenance');

const Page = async ({ params, searchParams }: PageProps<'/admin/maintenance/[id]/recipients'>) => {
  const asked = await searchParams;
  const id = readId('mnt', (await params).id);
  const trail = readTrail(asked);
  const message = maintenanceMessages.find((one) => one === asked['message']) ?? 'scheduled';
  const search = typeof asked['search'] === 'string' ? asked['search'].trim().slice(0, 120) || undefined : undefined;
  const [window, recipients] = await Promise.all([call(api.adminMaintenance.find, { params: { id } }), call(api.adminMaintenance.recipients, { params: { id }, query: { message, search, cursor: trail.cursor } })]);
  const csv = `${api.adminMaintenance.recipients.path.replace('{id}', id)}?${new URLSearchParams({ message, format: 'csv', ...(search && { search }) })}`;
  return <RecipientsPage window={window} recipients={recipients} search={search} csv={csv} trail={trail} />;
};

export default Page;
