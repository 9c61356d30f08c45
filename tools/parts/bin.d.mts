export const binOf: (name: string) => string;
