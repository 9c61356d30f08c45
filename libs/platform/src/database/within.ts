/** What was asked for, or an error of a store that cannot be reached when it does not come in time. What comes later is dropped. */
export const within = async <Answer>(withinMs: number, asked: Promise<Answer>): Promise<Answer> => {
  let patience: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    patience = setTimeout(() => reject(Object.assign(new Error(`The store did not answer within ${withinMs} ms`), { code: 'ETIMEDOUT' })), withinMs);
  });
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(patience);
  }
};
