import { api } from '@inkproof/contract';
import { addDays, shanghaiDay } from '@inkproof/kernel';
import { call } from '../../../api';
import { clock } from '../../../clock';
import { readSpan } from '../../../features/usage/spans';
import { UsagePage } from '../../../features/usage/usage-page';
import { pageTitle } from '../../../words/page-title';

export const generateMetadata = pageTitle('usage');

const Page = async ({ searchParams }: PageProps<'/usage'>) => {
  const span = readSpan((await searchParams).days);
  const to = shanghaiDay(clock.now());
  const [usage, limits] = await Promise.all([call(api.usage.usage, { query: { from: addDays(to, 1 - span), to } }), call(api.usage.limits)]);
  return <UsagePage usage={usage} limits={limits} span={span} />;
};

export default Page;
