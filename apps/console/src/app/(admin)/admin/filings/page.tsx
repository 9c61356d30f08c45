import { api } from '@inkproof/contract';
import { redirect } from 'next/navigation';
import { call } from '../../../../api';
import { ReviewPage, reviewStates } from '../../../../features/filings/review-page';
import { pageTitle } from '../../../../words/page-title';
import { withWords } from '../../../../words/with-words';

export const generateMetadata = pageTitle('review');

const Page = async ({ searchParams }: PageProps<'/admin/filings'>) => {
  const { state: asked } = await searchParams;
  const state = reviewStates.find((one) => one === asked) ?? 'submitted';
  const { items } = await call(api.adminFilings.list, { query: { state, limit: 100 } });
  const [first] = items;
  if (first) redirect(`/admin/filings/${first.id}?state=${state}`);
  return <ReviewPage queue={[]} state={state} version={null} difference={null} comparing={false} today={null} reviewer={null} />;
};

export default withWords(Page, 'filings');
