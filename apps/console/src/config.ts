/**
 * Where the API answers. The console's server reaches it at `apiUrl`; a person's program, and the links to the documents, use `publicApiUrl`.
 * Read at each call, because one build is started with many addresses. Nothing else in the console reads the environment.
 */
export const readConfig = () => {
  const apiUrl = process.env.API_URL ?? 'http://127.0.0.1:3001';
  return { apiUrl, publicApiUrl: process.env.PUBLIC_API_URL ?? apiUrl, isDevelopment: process.env.NODE_ENV === 'development' };
};
