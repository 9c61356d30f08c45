import { api, type TenantName } from '@inkproof/contract';
import { useEffect, useState } from 'react';
import { browserApi } from '../../browser-api';

/** So long after the last key the look-up waits for another. */
const PAUSE_MS = 150;

/** Tenants whose names contain the words, once nobody types any more; null while that is not known, or nothing was typed. */
export const useTenantNames = (words: string): readonly TenantName[] | null => {
  const [found, setFound] = useState<{ words: string; names: readonly TenantName[] } | null>(null);
  const asked = words.trim();
  useEffect(() => {
    if (asked === '') return;
    let isWanted = true;
    const timer = setTimeout(() => {
      browserApi(api.admin.tenantNames, { query: { containing: asked } }).then(
        ({ items }) => isWanted && setFound({ words: asked, names: items }),
        // The list stays away; whoever goes on typing asks again.
        () => {},
      );
    }, PAUSE_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [asked]);
  return found && asked !== '' && found.words === asked ? found.names : null;
};
