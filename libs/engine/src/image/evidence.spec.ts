import { drawPage, turned } from '@inkproof/drawn-pages';
import { describe, expect, it } from 'vitest';
import { openDocument } from '../document/open-document.js';
import { caps } from '../testing/pages.js';
import { evidenceOf, type Evidence } from './evidence.js';

const english = ['The paper house of Larkfield delivers', 'every weekday before noon, except on', 'public holidays. Orders that reach us', 'after four are packed the day after.', 'Return empty crates to any driver.'];
const chinese = ['云川纸业有限公司每个工作日上午送货', '节假日除外，下午四点以后收到的订单', '将于次日安排包装并发出，请您留意', '空箱可交给任何一位司机带回仓库', '如有疑问请联系客户服务部门处理'];
const drawn = { fontPx: 32 };

const seen = async (file: Uint8Array): Promise<Evidence> => evidenceOf(await (await (await openDocument(file, {}, caps)).page(1)).picture());

describe('a look at a page', () => {
  it('tells Latin from Han', async () => {
    expect((await seen(drawPage({ ...drawn, lines: english }))).script).toBe('latin');
    expect((await seen(drawPage({ ...drawn, lines: chinese }))).script).toBe('han');
  });

  it('finds the height of the letters', async () => {
    const [latin, han] = [await seen(drawPage({ ...drawn, lines: english })), await seen(drawPage({ ...drawn, lines: chinese }))];
    expect(latin.textHeightPx).toBeGreaterThan(32 * 0.45);
    expect(latin.textHeightPx).toBeLessThan(32 * 0.62);
    expect(han.textHeightPx).toBeGreaterThan(32 * 0.82);
    expect(han.textHeightPx).toBeLessThan(32 * 1.02);
    expect(latin.evenness).toBeGreaterThan(0.85);
  });

  it('sees that a page is written in light', async () => {
    expect((await seen(drawPage({ ...drawn, lines: english, paper: '#111', ink: '#eee' }))).isDark).toBe(true);
    expect((await seen(drawPage({ ...drawn, lines: english }))).isDark).toBe(false);
  });

  it('sees that a page lies on its side', async () => {
    const page = drawPage({ ...drawn, lines: english });
    expect((await seen(page)).sideways).toBeLessThan(1);
    expect((await seen(await turned(page, 90))).sideways).toBeGreaterThan(2);
  });

  it('sees no letters on a blank page', async () => {
    expect(await seen(drawPage({ lines: [''] }))).toMatchObject({ letters: 0, isDark: false, unevenness: 0 });
  });
});
