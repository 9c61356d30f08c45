import 'server-only';
import { api, type Filing } from '@inkproof/contract';
import { cache } from 'react';
import { call } from '../../api';
import { mayKeepFilings } from '../session/rights';
import { memberSession } from '../session/sessions';

/** As many as a page of the API holds; beyond that a number says no more than that there are many. */
const MOST = 100;

/** Filings that were sent back to this person's tenant, if this person may mend them. Asked once for a page, whoever shows it. */
export const filingsToCorrect = cache(async (): Promise<Filing[]> => {
  const { tenant } = await memberSession();
  if (!mayKeepFilings(tenant)) return [];
  return (await call(api.filings.list, { query: { state: 'correction', limit: MOST } })).items;
});
