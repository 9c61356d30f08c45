/** A call that will end, as its answers tell it. */
export interface Ending {
  entryId: string;
  call: string;
  deprecatedAt: Date;
  sunsetAt: Date;
  /** `GET /v1/new`, where there is something to call instead. */
  successor: string | null;
}

/** Fields of an answer to such a call: RFC 9745 (`Deprecation`, a structured date), RFC 8594 (`Sunset`, an HTTP date), RFC 8288 (`Link`). */
export const sunsetFields = ({ entryId, deprecatedAt, sunsetAt, successor }: Ending, consoleUrl: string): Record<string, string> => {
  const more = `<${consoleUrl}/changelog/${entryId}>; rel="deprecation"; type="text/html"`;
  // A path with a parameter is no address; the entry names it.
  const instead = successor && !successor.includes('{') ? [`<${successor.split(' ')[1]}>; rel="successor-version"`] : [];
  return { Deprecation: `@${Math.floor(deprecatedAt.getTime() / 1_000)}`, Sunset: sunsetAt.toUTCString(), Link: [more, ...instead].join(', ') };
};
