import { api } from '@inkproof/contract';
import { call } from '../../../../api';
import { InspectionPage } from '../../../../features/inspections/inspection-page';
import { readId } from '../../../../features/paging/read-id';
import { mayAnswerInspections } from '../../../../features/session/rights';
import { memberSession } from '../../../../features/session/sessions';
import { pageTitle } from '../../../../words/page-title';
import { withWords } from '../../../../words/with-words';

export const generateMetadata = pageTitle('inspection');

const Page = async ({ params }: PageProps<'/inspections/[id]'>) => {
  const id = readId('isp', (await params).id);
  const [inspection, { tenant }] = await Promise.all([call(api.inspections.find, { params: { id } }), memberSession()]);
  return <InspectionPage inspection={inspection} mayAnswer={mayAnswerInspections(tenant)} />;
};

export default withWords(Page, 'inspections.answer');
