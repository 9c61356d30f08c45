import { RecognitionOptions } from '@inkproof/contract';
import { describe, expect, it } from 'vitest';
import { fieldsOf, openWish } from './reading-wish';

const FILING = `flg_${'0'.repeat(26)}`;

describe('what goes along with a file', () => {
  it('is nothing where nothing was wished', () => expect(fieldsOf(openWish)).toEqual({}));
  it('is each wish under its name, as the contract takes it', () => {
    const fields = fieldsOf({ languages: ['en', 'zh-Hans'], reader: 'ppocr', retention: 'all', pages: ' 1-3,5 ', password: 'x', personal: { filing: FILING, categories: ['name'] } });
    expect(fields).toEqual({ languages: 'en,zh-Hans', reader: 'ppocr', retention: 'all', pages: '1-3,5', password: 'x', personal_information: `{"filing":"${FILING}","categories":["name"]}` });
    expect(RecognitionOptions.safeParse(fields).success).toBe(true);
  });
});
