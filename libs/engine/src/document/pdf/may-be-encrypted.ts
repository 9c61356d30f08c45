/**
 * Whether the file speaks of encryption anywhere. Not parsed, only searched, so it is a guess that may say yes in vain;
 * many encrypted files open without a password, too. Only opening the file tells.
 */
export const mayBeEncrypted = (file: Uint8Array): boolean => Buffer.from(file.buffer, file.byteOffset, file.byteLength).includes('/Encrypt');
