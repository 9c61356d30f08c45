import { describe, expect, it } from 'vitest';
import { ownWords } from './own-words.js';

describe('of a mail, what its writer wrote', () => {
  it.each([
    ['Gmail', 'All since job 7.\n\nOn Fri, 27 Nov 2026 at 10:00, Inkproof <support@ocr.example> wrote:\n> Which job?\n> Since when?'],
    ['Gmail, its heading broken', 'All since job 7.\n\nOn Fri, 27 Nov 2026 at 10:00, Inkproof\n<support+0123@ocr.example> wrote:\n> Which job?'],
    ['Outlook', 'All since job 7.\r\n\r\n________________________________\r\nFrom: Inkproof <support@ocr.example>\r\nSent: Friday\r\nWhich job?'],
    ['Outlook in Chinese', 'All since job 7.\n\n发件人: 墨证 <support@ocr.example>\n发送时间: 2026年11月27日\n哪个任务？'],
    ['QQ', 'All since job 7.\n\n------------------ 原始邮件 ------------------\n哪个任务？'],
    ['NetEase', 'All since job 7.\n\n在 2026-11-27 10:00:00，"墨证" <support@ocr.example> 写道：\n> 哪个任务？'],
    ['a telephone', 'All since job 7.\n\n发自我的 iPhone'],
    ['a signature', 'All since job 7.\n-- \nLu\n澄江物流'],
    ['the line of ours', 'All since job 7.\n\n##- Reply above this line -##\nWhich job?'],
    ['a quotation without a heading', 'All since job 7.\n\n> Which job?\n>\n'],
  ])('by %s', (_, text) => expect(ownWords(text)).toBe('All since job 7.'));

  it('keeps answers between quoted lines, lists, and whatever only looks a little like a heading', () => {
    const text = '> Which job?\nJob 7.\n\n- one\n-- two\nFrom noon on it waits.\nOn Friday it was well.';
    expect(ownWords(text)).toBe(text);
  });

  it('is all of it when nothing else is left', () => expect(ownWords('> as above\n')).toBe('> as above'));

  it('is found at once in whatever is sent', () => {
    const beganMs = performance.now();
    for (const text of ['>'.repeat(200_000), 'On '.repeat(60_000), '_'.repeat(200_000), '在'.repeat(100_000), '\n'.repeat(200_000)]) ownWords(text);
    expect(performance.now() - beganMs).toBeLessThan(3_000);
  });
});
