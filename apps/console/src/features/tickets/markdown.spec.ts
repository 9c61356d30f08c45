import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { htmlOf } from './markdown';

interface Element {
  name: string;
  attributes: Record<string, string>;
}

/** What a browser would find. */
const elementsOf = (html: string): Element[] => {
  const found: Element[] = [];
  const parser = new Parser({ onopentag: (name, attributes) => void found.push({ name, attributes }) }, { decodeEntities: true });
  parser.end(html);
  return found;
};

const TAGS = /^(p|br|hr|strong|em|del|code|pre|blockquote|ul|ol|li|h[3-6]|a|table|thead|tbody|tr|th|td)$/;
const ATTRIBUTES: Record<string, RegExp> = { href: /^(https?:\/\/|mailto:)/i, rel: /^noopener noreferrer nofollow ugc$/, target: /^_blank$/, start: /^\d+$/ };

/** What stands in it that may not. */
const strangersIn = (html: string): string[] =>
  elementsOf(html).flatMap(({ name, attributes }) => [
    ...(TAGS.test(name) ? [] : [`<${name}>`]),
    ...Object.entries(attributes).flatMap(([attribute, value]) => (ATTRIBUTES[attribute]?.test(value) ? [] : [`${name}[${attribute}=${value}]`])),
    ...(name === 'a' && attributes['rel'] === undefined ? ['a without rel'] : []),
  ]);

const attacks = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<svg><animate onbegin=alert(1) attributeName=x></svg>',
  '<math><mtext><table><mglyph><style><img src onerror=alert(1)>',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="&#106;avascript:alert(1)">x</a>',
  '<style>@import url(https://evil.example)</style>',
  '<base href="https://evil.example/">',
  '<meta http-equiv=refresh content="0;url=javascript:alert(1)">',
  '<form action=https://evil.example><input name=password>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<!--><img src=x onerror=alert(1)>-->',
  '<![CDATA[<img src=x onerror=alert(1)>]]>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](java\tscript:alert(1))',
  '[x](&#x6A;&#x61;vascript:alert(1))',
  '[x](javascript&colon;alert(1))',
  '[x](\x01javascript:alert(1))',
  '[x](vbscript:msgbox(1))',
  '[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
  '[x](//evil.example)',
  '[x](file:///etc/passwd)',
  '[x](https://a.example "onmouseover=alert(1)")',
  '[x](https://a.example" onmouseover="alert(1))',
  '[x]: javascript:alert(1)\n\n[x]',
  '<javascript:alert(1)>',
  '![x](https://evil.example/pixel.png)',
  '![x](x" onerror="alert(1))',
  '![" onerror="alert(1)](x)',
  '```"><script>alert(1)</script>\nx\n```',
  '`<img src=x onerror=alert(1)>`',
  '| <img src=x onerror=alert(1)> |\n| --- |\n| [x](javascript:alert(1)) |',
  '> <scr<script>ipt>alert(1)</scr</script>ipt>',
  '# <a name="x" id="location">',
  '- [ ] <input autofocus onfocus=alert(1)>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '\u2028<script>alert(1)</script>',
];

describe('what somebody wrote', () => {
  it.each(attacks)('neither runs nor fetches: %s', (attack) => {
    for (const words of [attack, `a ${attack} b`, `> - ${attack}`, `**${attack}**`]) expect({ words, strangers: strangersIn(htmlOf(words)) }).toEqual({ words, strangers: [] });
  });

  it('neither runs nor fetches, however pieces of it are put together', () => {
    const pieces = fc.constantFrom(...attacks, '<', '>', '"', "'", '&', '[', ']', '(', ')', '`', '\n', '\n\n', '*', '_', '|', '&#60;', '&quot;', 'href=', ' onclick=', '<a ', '</a>', 'javascript:', '![', '\0');
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: 'grapheme', maxLength: 8 })), { maxLength: 12 }), (parts) => {
        expect(strangersIn(htmlOf(parts.join('')))).toEqual([]);
      }),
      { numRuns: 3_000 },
    );
  });

  it('is read as Markdown, line by line, with HTML shown as it was written', () => {
    expect(htmlOf('Since **noon**\n`job_7` <b>waits</b>')).toBe('<p>Since <strong>noon</strong><br /><code>job_7</code> &lt;b&gt;waits&lt;/b&gt;</p>\n');
    expect(htmlOf('# One\n\n1. a\n2. b\n\n- [x] done')).toBe('<h3>One</h3>\n<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n<ul>\n<li>☑ done</li>\n</ul>\n');
    expect(htmlOf('see https://a.example/b?c=1&d=2')).toBe('<p>see <a href="https://a.example/b?c=1&amp;d=2" rel="noopener noreferrer nofollow ugc" target="_blank">https://a.example/b?c=1&amp;d=2</a></p>\n');
    expect(elementsOf(htmlOf('![plan](https://a.example/plan.png)')).map(({ name }) => name)).toEqual(['p', 'a']);
  });

  it('is shown at once, however strange it is', () => {
    const strange = ['>'.repeat(20_000), '['.repeat(20_000), '*_'.repeat(10_000), '![['.repeat(6_000), '`'.repeat(20_000), '<a'.repeat(10_000), '- '.repeat(10_000), '|'.repeat(20_000), '&#'.repeat(10_000), '(('.repeat(10_000), 'http://'.repeat(2_800), '<!--'.repeat(5_000)];
    for (const words of strange) {
      const beganMs = performance.now();
      htmlOf(words);
      expect({ words: words.slice(0, 4), tookMs: performance.now() - beganMs }).toEqual({ words: words.slice(0, 4), tookMs: expect.toSatisfy((ms: number) => ms < 15_000) });
    }
  }, 180_000);
});
