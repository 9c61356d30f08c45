import { SortableIds } from '@inkproof/kernel';
import { expect, it } from 'vitest';
import { RequestLinks } from './request-links.js';

const ids = new SortableIds();
const links = new RequestLinks('secret', 'https://ocr.example');
const [tenantId, id] = [ids.next('ten'), ids.next('dsr')];
const link = links.issue(tenantId, id);

it('leads to its request, behind the # of an address', () => {
  expect(links.open(link)).toEqual({ tenantId, id });
  expect(links.to(tenantId, id)).toBe(`https://ocr.example/requests/follow#${link}`);
});

it('cannot be made up: not for another request, not by another install, not with one sign changed', () => {
  const [tenant, , signature] = link.split('.');
  const forged = [`${tenant}.${ids.next('dsr').slice(4)}.${signature}`, new RequestLinks('other', '').issue(tenantId, id), link.slice(0, -2) + 'AA', '', 'x', `${link}x`, link.replaceAll('.', '')];
  for (const wrong of forged) expect(() => links.open(wrong)).toThrow(expect.objectContaining({ code: 'dsr.link_void' }));
});
