/** What personal information is about; the contract uses the same codes. The detector finds those that can be told from text. */
export type PersonalCategory =
  | 'identity_number'
  | 'passport_number'
  | 'name'
  | 'phone'
  | 'email'
  | 'address'
  | 'bank_account'
  | 'vehicle_plate'
  | 'date_of_birth'
  | 'biometric'
  | 'health'
  | 'location'
  | 'minor'
  | 'other';

/** By what a finding was known. */
export type PersonalKind =
  | 'cn_identity_18'
  | 'cn_identity_15'
  | 'hk_identity'
  | 'us_social_security'
  | 'cn_mobile'
  | 'cn_landline'
  | 'international_phone'
  | 'labelled_phone'
  | 'bank_card'
  | 'email'
  | 'passport'
  | 'mrz'
  | 'travel_permit'
  | 'vehicle_plate'
  | 'labelled_name'
  | 'cn_address'
  | 'en_address'
  | 'labelled_address'
  | 'labelled_birth_date';

export const categoryOf: Readonly<Record<PersonalKind, PersonalCategory>> = {
  cn_identity_18: 'identity_number',
  cn_identity_15: 'identity_number',
  hk_identity: 'identity_number',
  us_social_security: 'identity_number',
  cn_mobile: 'phone',
  cn_landline: 'phone',
  international_phone: 'phone',
  labelled_phone: 'phone',
  bank_card: 'bank_account',
  email: 'email',
  passport: 'passport_number',
  mrz: 'passport_number',
  travel_permit: 'passport_number',
  vehicle_plate: 'vehicle_plate',
  labelled_name: 'name',
  cn_address: 'address',
  en_address: 'address',
  labelled_address: 'address',
  labelled_birth_date: 'date_of_birth',
};

/** A find in a text: begin and end count code points, end excluded; confidence is 0 to 1. */
export interface Find {
  kind: PersonalKind;
  /** Where it is not the one of its kind: the name in a machine-readable zone is a name. */
  category?: PersonalCategory;
  begin: number;
  end: number;
  confidence: number;
}

/** A word of a page, by places in its lists. */
export interface WordPlace {
  block: number;
  line: number;
  word: number;
}

/** Personal information that stands on a page. It says where, and never what. */
export interface PersonalFinding {
  category: PersonalCategory;
  kind: PersonalKind;
  /** Number of the page, from 1. */
  page: number;
  /** In the text of the page, in code points, end excluded. */
  span: [begin: number, end: number];
  /** Every word it touches, in the order of reading. */
  words: WordPlace[];
  /** 0 to 1: above 0.9 a check digit or an unmistakable form proves it, below it rests on a label or on form alone. */
  confidence: number;
  /** For people who judge a finding: its first and last sign at most, the rest as asterisks. */
  sample: string;
}
