import { api } from '@inkproof/contract';
import { call } from '../../../api';
import { AttestationsPage } from '../../../features/attestations/attestations-page';
import { shownExpiries } from '../../../features/attestations/shown-expiries';
import { readTrail } from '../../../features/paging/trail';
import { mayAttest } from '../../../features/session/rights';
import { memberSession } from '../../../features/session/sessions';
import { pageTitle } from '../../../words/page-title';
import { withWords } from '../../../words/with-words';

/** As many as are attested in one act by hand. */
const SHOWN = 100;

export const generateMetadata = pageTitle('attestations');

const Page = async ({ searchParams }: PageProps<'/attestations'>) => {
  const asked = await searchParams;
  const [trail, state] = [readTrail(asked), shownExpiries(asked['show'])];
  const [{ items, next_cursor }, { tenant }] = await Promise.all([call(api.attestations.list, { query: { cursor: trail.cursor, limit: SHOWN, state } }), memberSession()]);
  return <AttestationsPage expiries={items} shown={state} base="/attestations" trail={trail} next={next_cursor} mayAttest={mayAttest(tenant)} />;
};

export default withWords(Page, 'attestations.attest');
