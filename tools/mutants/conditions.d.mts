export const withMarks: (file: string, text: string) => string;
export const isSource: (file: string) => boolean;
