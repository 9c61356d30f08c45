import type { Draw } from './draw.js';

/*
 * Numbers of nobody that are right in form and check digit. The rules are written here from the standards once more, apart from
 * the engine's, so that an error in one shows against the other.
 */

const PLACES = ['110105', '310115', '440106', '440305', '510107', '330106', '420111', '350203', '610113', '230102', '640104', '650102', '320583', '130104', '710000', '810000'] as const;

/** GB 11643-1999, ISO/IEC 7064 MOD 11-2: the powers of two modulo eleven, summed so that the whole leaves one. */
const identityCheckOf = (body: string): string => {
  let rest = 0;
  for (const digit of body) rest = ((rest + Number(digit)) * 2) % 11;
  const check = (12 - rest) % 11;
  return check === 10 ? 'X' : String(check);
};

export const identity18 = (draw: Draw): string => {
  const body = `${draw.one(PLACES)}${draw.between(1935, 2012)}${draw.padded(1, 12)}${draw.padded(1, 28)}${draw.digits(3)}`;
  return body + identityCheckOf(body);
};

export const identity15 = (draw: Draw): string => `${draw.one(['110105', '310115', '440106', '510107', '330106', '420111', '350203', '610113'])}${draw.between(30, 85)}${draw.padded(1, 12)}${draw.padded(1, 28)}${draw.digits(3)}`;

export const mobile = (draw: Draw): string => draw.one(['130', '131', '135', '136', '137', '138', '139', '147', '150', '152', '158', '159', '166', '173', '176', '180', '186', '188', '189', '191', '198', '199']) + draw.digits(8);

export const landline = (draw: Draw): string => draw.one(['010-', '021-', '0755-', '0571-', '(020)', '(0755) ', '0731 ', '028-']) + draw.between(2, 8) + draw.digits(7);

export const international = (draw: Draw): string =>
  draw.one([
    () => `+86 ${mobile(draw)}`,
    () => `+44 20 7${draw.digits(3)} ${draw.digits(4)}`,
    () => `+44 7${draw.digits(3)} ${draw.digits(6)}`,
    () => `+1 212-555-0${draw.digits(3)}`,
    () => `+1 (415) 555-0${draw.digits(3)}`,
    () => `+33 6 ${draw.digits(2)} ${draw.digits(2)} ${draw.digits(2)} ${draw.digits(2)}`,
    () => `+852 9${draw.digits(3)} ${draw.digits(4)}`,
    () => `+49 151 ${draw.digits(8)}`,
    () => `+65 9${draw.digits(3)} ${draw.digits(4)}`,
    () => `+81 90 ${draw.digits(4)} ${draw.digits(4)}`,
  ])();

const luhnOf = (body: string): string => {
  const sum = [...body].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + Math.floor(value / 10) + (value % 10);
  }, 0);
  return String((10 - (sum % 10)) % 10);
};

const card = (draw: Draw, first: string, length: number): string => {
  const body = first + draw.digits(length - first.length - 1);
  return body + luhnOf(body);
};

export const bankCard = (draw: Draw): string =>
  draw.one([() => card(draw, '622202', 19), () => card(draw, '621700', 19), () => card(draw, '622848', 19), () => card(draw, '625', 16), () => card(draw, '4', 16), () => card(draw, `5${draw.between(1, 5)}`, 16), () => card(draw, '37', 15), () => card(draw, '3566', 16)])();

export const socialSecurity = (draw: Draw): string => `${draw.between(100, 665)}-${draw.padded(1, 99)}-${draw.between(1000, 9999)}`;

export const hongKongIdentity = (draw: Draw): string => {
  const [letter, digits] = [draw.capital(), draw.digits(6)];
  const sum = 9 * 36 + 8 * (letter.charCodeAt(0) - 55) + [...digits].reduce((total, digit, at) => total + Number(digit) * (7 - at), 0);
  const check = (11 - (sum % 11)) % 11;
  return `${letter}${digits}(${check === 10 ? 'A' : check})`;
};

export const chinesePassport = (draw: Draw): string => draw.one([() => `E${draw.digits(8)}`, () => `E${draw.one(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J', 'K'])}${draw.digits(7)}`, () => `G${draw.digits(8)}`, () => `P${draw.digits(7)}`])();
export const otherPassport = (draw: Draw): string => draw.one([() => draw.digits(9), () => `${draw.capital()}${draw.digits(8)}`, () => `${draw.capital()}${draw.capital()}${draw.digits(7)}`])();
export const permit = (draw: Draw): string => draw.one([() => `C${draw.digits(8)}`, () => `H${draw.digits(8)}`, () => `M${draw.digits(8)}`])();

const plateSigns = (draw: Draw): string => {
  const signs = [...draw.digits(5)];
  if (draw.chance(0.6)) signs[draw.between(0, 4)] = draw.capital();
  if (draw.chance(0.2)) signs[draw.between(0, 4)] = draw.capital();
  return signs.join('');
};
export const plate = (draw: Draw): string => {
  const head = `${draw.one(['京', '沪', '粤', '苏', '浙', '川', '鄂', '湘', '闽', '鲁'])}${draw.one(['A', 'B', 'C', 'D', 'E', 'F'])}`;
  return head + draw.one(['', '·']) + (draw.chance(0.3) ? draw.one(['D', 'F']) + draw.digits(5) : plateSigns(draw));
};

export const email = (draw: Draw): string =>
  `${draw.one(['li.na', 'zhang_wei', 'wang88', 'chen-yu', 'agnes.holloway', 'r.okafor', 'ming2001', 'liuyang'])}${draw.chance(0.5) ? draw.between(1, 999) : ''}@${draw.one(['example.com', 'example.org', '163.com', 'qq.com', 'mail.example.co.uk', 'example.edu.cn', 'gmail.com', 'foxmail.com'])}`;

const zoneCheck = (field: string): string => {
  const values = [...field].map((sign) => (sign === '<' ? 0 : parseInt(sign, 36)));
  return String(values.reduce((sum, value, at) => sum + value * ([7, 3, 1][at % 3] ?? 0), 0) % 10);
};
const checked = (field: string): string => field + zoneCheck(field);
const day = (draw: Draw, least: number, most: number): string => `${draw.padded(least, most)}${draw.padded(1, 12)}${draw.padded(1, 28)}`;

/** Machine-readable zones of ICAO 9303: a passport, a card of two lines, a card of three. */
export const zone = (draw: Draw): string[] => {
  const [surname, given] = [draw.one(['ERIKSSON', 'ZHANG', 'OKAFOR', 'HOLLOWAY', 'OUYANG', 'FINCH']), draw.one(['ANNA<MARIA', 'WEI', 'RUBEN', 'JINGYI', 'TOBIAS<JOHN'])];
  const state = draw.one(['CHN', 'GBR', 'USA', 'UTO', 'FRA', 'SGP']);
  const number = checked(`${draw.capital()}${draw.digits(8)}`);
  const [birth, sex, expiry] = [checked(day(draw, 40, 99)), draw.one(['M', 'F']), checked(day(draw, 26, 36))];
  return draw.one([
    () => {
      const personal = checked('<'.repeat(14));
      const data = number + state + birth + sex + expiry + personal;
      return [`P<${state}${surname}<<${given}`.padEnd(44, '<'), data + zoneCheck(number + birth + expiry + personal)];
    },
    () => {
      const data = number + state + birth + sex + expiry + '<'.repeat(7);
      return [`I<${state}${surname}<<${given}`.padEnd(36, '<'), data + zoneCheck(number + birth + expiry + '<'.repeat(7))];
    },
    () => {
      const [first, second] = [`I<${state}${number}`.padEnd(30, '<'), `${birth}${sex}${expiry}${state}`.padEnd(29, '<')];
      return [first, second + zoneCheck(number + '<'.repeat(15) + birth + expiry + '<'.repeat(11)), `${surname}<<${given}`.padEnd(30, '<')];
    },
  ])();
};
