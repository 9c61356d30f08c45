import type { PersonalCategory } from '@inkproof/contract';

/**
 * How texts in Chinese and English name each kind of personal information. A list to find what is not named at all; whether
 * a name says enough is for the reviewer. `other` has no name of its own: the reviewer reads what it is.
 */
const words: Record<Exclude<PersonalCategory, 'other'>, RegExp> = {
  identity_number: /身份证|身份号码|证件号|身份证件|公民身份|居民身份|\b(identity|ID|identification) (card|number|document)s?|national id/i,
  passport_number: /护照|\bpassports?\b/i,
  name: /姓名|名字|真实名|\bnames?\b/i,
  phone: /手机|电话|联系方式|\b(phone|mobile|telephone)\b/i,
  email: /邮箱|电子邮件|邮件地址|\be-?mail\b/i,
  address: /住址|地址|住所|\baddress(es)?\b/i,
  bank_account: /银行(账|帐|卡)|银行账户|账户|卡号|收款账|\b(bank|card|account) (account|card|number|detail)s?|\biban\b/i,
  vehicle_plate: /车牌|号牌|行驶证|\b(licen[cs]e|number|vehicle|registration) plates?|\bregistration number\b/i,
  date_of_birth: /出生|生日|年龄|\b(date of birth|birth ?dates?|birthdays?)\b/i,
  biometric: /人脸|面部|指纹|声纹|虹膜|生物识别|\b(biometrics?|facial|face|fingerprints?|voiceprints?|iris)\b/i,
  health: /健康|病历|病史|医疗|诊断|诊疗|检查报告|\b(health|medical|diagnos[ei]s)\b/i,
  location: /位置|行踪|轨迹|定位|\b(location|whereabouts|gps)\b/i,
  minor: /未成年|儿童|十四周岁|学生|\b(minors?|child(ren)?|under fourteen)\b/i,
};

/** Those of the categories that no words name. */
export const unnamedIn = (said: string, categories: readonly PersonalCategory[]): PersonalCategory[] => categories.filter((category) => category !== 'other' && !words[category].test(said));
