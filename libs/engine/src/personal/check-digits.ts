const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const SIGNS = '10X98765432';

/** GB 11643-1999 (ISO 7064 MOD 11-2): what the last of 18 signs must be. */
export const identityCheck = (digits: string): string => SIGNS[WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 11] ?? '';

/** ISO/IEC 7812-1 annex B (Luhn), over a whole number of digits. */
export const passesLuhn = (digits: string): boolean => {
  let sum = 0;
  for (let at = digits.length - 1, isDoubled = false; at >= 0; at--, isDoubled = !isDoubled) {
    const digit = Number(digits[at]);
    sum += isDoubled ? (digit > 4 ? 2 * digit - 9 : 2 * digit) : digit;
  }
  return sum % 10 === 0;
};

const valueOf = (sign: string): number => (sign === '<' ? 0 : /\d/.test(sign) ? Number(sign) : sign.charCodeAt(0) - 55);

/** ICAO 9303-3, 4.9: the check digit of a field of digits, capital letters and fillers. */
export const travelCheck = (field: string): string => String([...field].reduce((sum, sign, at) => sum + valueOf(sign) * ([7, 3, 1][at % 3] ?? 0), 0) % 10);

const HONG_KONG_SIGNS = '0123456789A';

/** The sign in brackets of a Hong Kong identity card: letters count from 10, a missing first letter as 36, weights fall from 9. */
export const hongKongCheck = (letters: string, digits: string): string => {
  const values = [...letters.padStart(2)].map((letter) => (letter === ' ' ? 36 : letter.charCodeAt(0) - 55)).concat([...digits].map(Number));
  const sum = values.reduce((total, value, at) => total + value * (9 - at), 0);
  return HONG_KONG_SIGNS[(11 - (sum % 11)) % 11] ?? '';
};
