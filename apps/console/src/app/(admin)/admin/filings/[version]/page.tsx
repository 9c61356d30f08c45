import { api } from '@inkproof/contract';
import { call } from '../../../../../api';
import { clock } from '../../../../../clock';
import { ReviewPage, reviewStates } from '../../../../../features/filings/review-page';
import { readId } from '../../../../../features/paging/read-id';
import { mayExportAnyFiling, mayReviewFilings } from '../../../../../features/session/rights';
import { staffSession } from '../../../../../features/session/sessions';
import { dayOf } from '../../../../../words/moments';
import { pageTitle } from '../../../../../words/page-title';
import { withWords } from '../../../../../words/with-words';

export const generateMetadata = pageTitle('review');

const Page = async ({ params: given, searchParams }: PageProps<'/admin/filings/[version]'>) => {
  const params = { version: readId('flv', (await given).version) };
  const { state: asked, view } = await searchParams;
  const state = reviewStates.find((one) => one === asked) ?? 'submitted';
  const [{ items }, version, difference, { staff, person }] = await Promise.all([call(api.adminFilings.list, { query: { state, limit: 100 } }), call(api.adminFilings.find, { params }), call(api.adminFilings.difference, { params }), staffSession()]);
  return <ReviewPage queue={items} state={state} version={version} difference={difference} comparing={view === 'difference'} today={mayExportAnyFiling(staff.role) ? dayOf(clock.now().toISOString()) : null} reviewer={mayReviewFilings(staff.role) ? person.name : null} />;
};

export default withWords(Page, 'filings');
