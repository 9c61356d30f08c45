import { StatementLaw, type Asked } from './statement-law.js';

/**
 * What was judged once in this process, for most statements are every file's. It stands by itself because what sets spec files
 * up is evaluated anew for each of them, and would have forgotten.
 */
const judged = new Map<string, readonly string[]>();
const nameOf = ({ text, byProvider }: Asked): string => `${byProvider} ${text}`;

/** What of this left its tenant to the fence. `plansUrl` is of a database in which nobody does anything. */
export const looseIn = async (heard: readonly Asked[], plansUrl: string): Promise<string[]> => {
  const unheardOf = heard.filter((asked) => !judged.has(nameOf(asked)));
  if (unheardOf.length > 0) {
    const law = await StatementLaw.open(plansUrl);
    try {
      for (const asked of unheardOf) judged.set(nameOf(asked), await law.looseIn(asked));
    } finally {
      await law.close();
    }
  }
  return heard.flatMap((asked) => judged.get(nameOf(asked))!.map((table) => `${table}: ${asked.text}`));
};
