export const passingFolder: (name: string) => string;
