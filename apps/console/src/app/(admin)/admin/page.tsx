import { api } from '@inkproof/contract';
import { call } from '../../../api';
import { LoadPage } from '../../../features/load/load-page';
import { readLoadSpan } from '../../../features/load/spans';
import { pageTitle } from '../../../words/page-title';

export const generateMetadata = pageTitle('adminOverview');

const Page = async ({ searchParams }: PageProps<'/admin'>) => {
  const span = readLoadSpan((await searchParams).minutes);
  const [load, { items: nodes }] = await Promise.all([call(api.admin.load, { query: { minutes: span.minutes } }), call(api.admin.nodes)]);
  return <LoadPage load={load} nodes={nodes} span={span} />;
};

export default Page;
