import type { CodeSample } from '@inkproof/ui';

export interface SampleCall {
  apiUrl: string;
  fileName: string;
  /** The options beside the file, by name: only those that change anything. */
  fields: Readonly<Record<string, string>>;
}

/** A name that needs no quoting in a shell or a string; any other is replaced, keeping its kind. */
const plainName = (name: string): string => (/^[\p{L}\p{N}_][\p{L}\p{N}._-]*$/u.test(name) ? name : `picture${/\.[a-z0-9]+$/i.exec(name)?.[0] ?? '.png'}`);

/** Options come from choices and a field for page numbers; anything else in a value is left out of the code. */
const plainValue = (value: string): string => value.replace(/[^\w,.-]/g, '');

/** The same call in three languages, and as a job, ready to paste once INKPROOF_KEY holds a key. */
export const callSamples = ({ apiUrl, fileName, fields }: SampleCall): CodeSample[] => {
  const address = `${apiUrl}/v1/recognitions`;
  const file = plainName(fileName);
  const pairs = Object.entries(fields).map(([name, value]) => [name, plainValue(value)] as const);
  const curl = (route: string): string => [`curl ${apiUrl}${route} \\`, '  -H "Authorization: Bearer $INKPROOF_KEY" \\', ...pairs.map(([name, value]) => `  -F ${name}=${value} \\`), `  -F file=@${file}`].join('\n');
  return [
    { name: 'curl', code: curl('/v1/recognitions') },
    {
      name: 'TypeScript',
      code: [
        "import { openAsBlob } from 'node:fs';",
        '',
        'const form = new FormData();',
        ...pairs.map(([name, value]) => `form.set('${name}', '${value}');`),
        `form.set('file', await openAsBlob('${file}'), '${file}');`,
        '',
        `const answer = await fetch('${address}', {`,
        "  method: 'POST',",
        '  headers: { authorization: `Bearer ${process.env.INKPROOF_KEY}` },',
        '  body: form,',
        '});',
        'const result = await answer.json();',
        'if (!answer.ok) throw new Error(`${result.code}: ${result.detail}`);',
        'console.log(result.text);',
      ].join('\n'),
    },
    {
      name: 'Python',
      code: [
        'import os',
        'import requests',
        '',
        `with open('${file}', 'rb') as picture:`,
        '    answer = requests.post(',
        `        '${address}',`,
        '        headers={\'Authorization\': f"Bearer {os.environ[\'INKPROOF_KEY\']}"},',
        "        files={'file': picture},",
        ...(pairs.length ? [`        data={${pairs.map(([name, value]) => `'${name}': '${value}'`).join(', ')}},`] : []),
        '        timeout=60,',
        '    )',
        'answer.raise_for_status()',
        "print(answer.json()['text'])",
      ].join('\n'),
    },
    { name: 'curl, job', code: `${curl('/v1/jobs')}\n\ncurl "${apiUrl}/v1/jobs/$JOB?wait=20" \\\n  -H "Authorization: Bearer $INKPROOF_KEY"\n\ncurl "${apiUrl}/v1/jobs/$JOB/documents/1?format=pdf" \\\n  -H "Authorization: Bearer $INKPROOF_KEY" -o result.pdf` },
  ];
};
