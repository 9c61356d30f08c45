export const prepareInstall: () => Promise<{ remove: () => void }>;
