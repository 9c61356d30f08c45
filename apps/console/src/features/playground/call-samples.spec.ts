import { describe, expect, it } from 'vitest';
import { callSamples } from './call-samples';

const codeOf = (name: string, call: Parameters<typeof callSamples>[0]): string => callSamples(call).find((sample) => sample.name === name)?.code ?? '';
const call = { apiUrl: 'http://127.0.0.1:3001', fileName: '签收单_0387.jpg', fields: { languages: 'en,zh-Hans' } };

describe('the same call as code', () => {
  it('is one curl that names the options and the file', () => expect(codeOf('curl', call)).toBe('curl http://127.0.0.1:3001/v1/recognitions \\\n  -H "Authorization: Bearer $INKPROOF_KEY" \\\n  -F languages=en,zh-Hans \\\n  -F file=@签收单_0387.jpg'));
  it('leaves out what would be done anyway', () => expect(callSamples({ ...call, fields: {} }).filter(({ code }) => code.includes('languages'))).toEqual([]));
  it('is a job as well', () => expect(codeOf('curl, job', call)).toContain('curl http://127.0.0.1:3001/v1/jobs \\'));
  it('never puts a name that a shell would read otherwise into a command', () => expect(['a b.png', "x';rm -rf ~;'.jpg", '$(id)', '-o.png'].map((fileName) => codeOf('curl', { ...call, fileName }).split('@')[1])).toEqual(['picture.png', 'picture.jpg', 'picture.png', 'picture.png']));
  it('nor an option', () => expect(codeOf('curl', { ...call, fields: { pages: "1-3,5';rm -rf ~" } })).toContain('-F pages=1-3,5rm-rf '));
});
