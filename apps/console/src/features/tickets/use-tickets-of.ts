'use client';
import { api } from '@inkproof/contract';
import { useEffect, useState } from 'react';
import { browserApi } from '../../browser-api';

export interface TicketChoice {
  value: `tkt_${string}`;
  label: string;
}

const MOST = 100;

/** Tickets of a tenant on which may still be written, open ones first. Undefined until they are known. */
export const useTicketsOf = (tenant: `ten_${string}` | undefined): readonly TicketChoice[] | undefined => {
  const [known, setKnown] = useState<{ tenant: string; tickets: TicketChoice[] }>();
  useEffect(() => {
    if (!tenant) return undefined;
    let isLeft = false;
    const read = async (): Promise<void> => {
      const lists = await Promise.all((['unsolved', 'resolved'] as const).map((state) => browserApi(api.adminTickets.list, { query: { tenant, state, limit: MOST } })));
      if (!isLeft) setKnown({ tenant, tickets: lists.flatMap(({ items }) => items).map(({ id, subject }) => ({ value: id, label: subject })) });
    };
    // Without the list a ticket of its own can still be chosen.
    read().catch(() => !isLeft && setKnown({ tenant, tickets: [] }));
    return () => {
      isLeft = true;
    };
  }, [tenant]);
  return known?.tenant === tenant ? known?.tickets : undefined;
};
