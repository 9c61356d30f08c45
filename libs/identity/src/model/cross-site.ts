const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
const OURS = new Set(['same-origin', 'none']);

export interface Sending {
  method: string;
  /** Sec-Fetch-Site, which every current browser sends and no page can forge. */
  fetchSite?: string;
  origin?: string;
}

/**
 * Whether a browser sent a changing request on behalf of another site (cross-site request forgery).
 * A caller that sends neither header is no browser, and holds its cookie on purpose.
 */
export const isCrossSite = ({ method, fetchSite, origin }: Sending, ownOrigins: readonly string[]): boolean => {
  if (SAFE.has(method)) return false;
  if (fetchSite !== undefined) return !OURS.has(fetchSite);
  return origin !== undefined && !ownOrigins.includes(origin);
};
