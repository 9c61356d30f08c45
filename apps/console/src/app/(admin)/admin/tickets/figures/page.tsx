import { api } from '@inkproof/contract';
import { call } from '../../../../../api';
import { FiguresPage } from '../../../../../features/desk-figures/figures-page';
import { readFigureQuery } from '../../../../../features/desk-figures/figure-query';
import { pageTitle } from '../../../../../words/page-title';
import { withWords } from '../../../../../words/with-words';

export const generateMetadata = pageTitle('deskFigures');

const Page = async ({ searchParams }: PageProps<'/admin/tickets/figures'>) => {
  const asked = readFigureQuery(await searchParams);
  const [figures, { items }] = await Promise.all([call(api.deskFigures.read, { query: asked }), call(api.staff.list)]);
  return <FiguresPage figures={figures} asked={asked} staff={items.map(({ person }) => person)} />;
};

export default withWords(Page, 'admin.choice');
