import type { CodeSample } from '@inkproof/ui';

export interface SampleCall {
  apiUrl: string;
  fileName: string;
  /** Absent where the call would read with every installed language anyway. */
  languages?: readonly string[];
}

/** A name that needs no quoting in a shell or a string; any other is replaced, keeping its kind. */
const plainName = (name: string): string => (/^[\p{L}\p{N}_][\p{L}\p{N}._-]*$/u.test(name) ? name : `picture${/\.[a-z0-9]+$/i.exec(name)?.[0] ?? '.png'}`);

/** The same call in three languages, ready to paste once INKPROOF_KEY holds a key. */
export const callSamples = ({ apiUrl, fileName, languages }: SampleCall): CodeSample[] => {
  const address = `${apiUrl}/v1/recognitions`;
  const file = plainName(fileName);
  const tags = languages?.join(',');
  return [
    {
      name: 'curl',
      code: [`curl ${address} \\`, '  -H "Authorization: Bearer $INKPROOF_KEY" \\', ...(tags ? [`  -F languages=${tags} \\`] : []), `  -F file=@${file}`].join('\n'),
    },
    {
      name: 'TypeScript',
      code: [
        "import { openAsBlob } from 'node:fs';",
        '',
        'const form = new FormData();',
        ...(tags ? [`form.set('languages', '${tags}');`] : []),
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
        ...(tags ? [`        data={'languages': '${tags}'},`] : []),
        '        timeout=60,',
        '    )',
        'answer.raise_for_status()',
        "print(answer.json()['text'])",
      ].join('\n'),
    },
  ];
};
