import { describe, expect, it } from 'vitest';
import { categoriesIn, findPersonal, findPersonalInText } from './find-personal.js';

/** What was found, as kind and value. */
const found = (text: string): string[] => findPersonalInText(text).map(({ kind, span }) => `${kind} ${[...text].slice(...span).join('')}`);

describe('the detector of personal information', () => {
  it.each([
    ['a number of the mainland by its check digit', '办理人 11010519491231002X 已核验', 'cn_identity_18 11010519491231002X'],
    ['in full width', '身份证号：１１０１０５１９４９１２３１００２Ｘ', 'cn_identity_18 １１０１０５１９４９１２３１００２Ｘ'],
    ['with letters for digits', '身份证号：11O1O519491231OO2X', 'cn_identity_18 11O1O519491231OO2X'],
    ['broken by spaces', '11010519 49123100 2X', 'cn_identity_18 11010519 49123100 2X'],
    ['broken over two lines', '证件 110105194912\n31002X 有效', 'cn_identity_18 110105194912\n31002X'],
    ['with one digit misread', '证号 11010519491237002X。', 'cn_identity_18 11010519491237002X'],
    ['of the old kind', '身份证：110105491231002', 'cn_identity_15 110105491231002'],
    ['of Hong Kong', 'HKID G123456(A)', 'hk_identity G123456(A)'],
    ['of the United States', 'SSN 536-22-8145', 'us_social_security 536-22-8145'],
  ])('finds an identity number %s', (_, text, value) => expect(found(text)).toEqual([value]));

  it.each([
    ['mobile', '13812345678', 'cn_mobile 13812345678'],
    ['mobile with +86', '请拨打 +86 138 1234 5678', 'international_phone +86 138 1234 5678'],
    ['mobile with hyphens', '138-1234-5678', 'cn_mobile 138-1234-5678'],
    ['mobile with letters for digits', '手机：I38l234S67B', 'cn_mobile I38l234S67B'],
    ['mobile over two lines', '联系电话：138123\n45678', 'cn_mobile 138123\n45678'],
    ['landline', '传真 (0755) 2345 6789', 'cn_landline 0755) 2345 6789'],
    ['British number', 'Call +44 20 7946 0958 now', 'international_phone +44 20 7946 0958'],
    ['American number', '(212) 555-0142', 'international_phone 212) 555-0142'],
    ['number without more than a label', '电话：6234 5678', 'labelled_phone 6234 5678'],
  ])('finds a phone: %s', (_, text, value) => expect(found(text)).toEqual([value]));

  it.each([
    ['a UnionPay card', '卡号 6222 0212 3456 7890 128', 'bank_card 6222 0212 3456 7890 128'],
    ['a Visa card without a label', 'paid with 4111 1111 1111 1111', 'bank_card 4111 1111 1111 1111'],
    ['an e-mail address', 'write to zhang.wei@example.com.', 'email zhang.wei@example.com'],
    ['an e-mail address with spaces', '邮箱：zhang_wei @163. com', 'email zhang_wei @163. com'],
    ['a passport', '护照号码：E12345678', 'passport E12345678'],
    ['a passport of another state', 'Passport No. 925076473', 'passport 925076473'],
    ['a permit', '往来港澳通行证号码：C12345678', 'travel_permit C12345678'],
    ['a plate', '车牌号：粤B·12345', 'vehicle_plate 粤B·12345'],
    ['a plate of a new-energy vehicle', '沪AD12345 驶入', 'vehicle_plate 沪AD12345'],
    ['a plate whose province was misread', '车辆 SBA + 25997 已登记', 'vehicle_plate SBA + 25997'],
    ['a card behind a label that was misread', '+5 377791814927009', 'bank_card 377791814927009'],
    ['a name', '收件人：张伟', 'labelled_name 张伟'],
    ['a name with its characters set apart', '姓  名：欧阳娜娜', 'labelled_name 欧阳娜娜'],
    ['an English name', 'Name: John Q. Smith', 'labelled_name John Q. Smith'],
    ['a birthday', '出生日期：1990年1月7日', 'labelled_birth_date 1990年1月7日'],
    ['an English birthday', 'Date of birth: 7 January 1990', 'labelled_birth_date 7 January 1990'],
    ['a Chinese address', '现住广东省深圳市南山区科技园路18号3栋502室。', 'cn_address 广东省深圳市南山区科技园路18号3栋502室'],
    ['an English address', 'She lives at 12 Mill Lane, Oxford OX1 2JD.', 'en_address 12 Mill Lane, Oxford OX1 2JD'],
  ])('finds %s', (_, text, value) => expect(found(text)).toEqual([value]));

  it('finds the zone of a passport with its name and birthday, fillers misread or not', () => {
    const zone = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10';
    expect(findPersonalInText(zone).map(({ category, span }) => [category, ...span])).toEqual([
      ['name', 0, 44],
      ['passport_number', 45, 89],
      ['date_of_birth', 58, 65],
    ]);
    expect(categoriesIn([{ text: zone.replace('L898902C3', 'L8989O2C3') }])).toEqual(['date_of_birth', 'name', 'passport_number']);
  });

  it.each([
    '订单号：13812345678',
    'Order number 4111111111111111',
    'ISBN 978-7-302-12345-6',
    '2026-03-14 10:22:31 合计 1,234,567.00 元',
    'Revenue 15200 184300 12%',
    '统一社会信用代码：91110108551385082Q',
    'name: Deploy site\nruns-on: ubuntu-latest',
    'npm install foo@1.2.3 and @scope/pkg@2.0.0',
    '姓名 性别 出生 住址',
    '见第 12 页，图 3-4-5',
    '192.168.100.200 10.0.0.1',
    '客服电话：400-820-8820',
  ])('finds nothing in %j', (text) => expect(found(text)).toEqual([]));

  it('says where and never what', () => {
    const [finding] = findPersonal([{ number: 7, text: '身份证号：11010519491231002X' }]);
    expect(finding).toEqual({ category: 'identity_number', kind: 'cn_identity_18', page: 7, span: [5, 23], words: [], confidence: 0.99, sample: '1****************X' });
  });

  it('counts code points', () => {
    expect(findPersonalInText('𠮷😀 13812345678')[0]?.span).toEqual([3, 14]);
  });
});
