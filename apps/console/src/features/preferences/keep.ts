const YEAR_SECONDS = 31_536_000;

/** Remembers a preference in this browser, where the server reads it before the first byte is drawn. */
export const keep = (cookie: string, value: string): void => {
  document.cookie = `${cookie}=${value}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax`;
};

/** Shows the theme at once; the cookie makes the next page begin with it. */
export const wear = (theme: string): void => {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
};
