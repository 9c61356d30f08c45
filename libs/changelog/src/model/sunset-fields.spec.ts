import { expect, it } from 'vitest';
import { sunsetFields } from './sunset-fields.js';

const ending = { entryId: 'chl_1', call: 'GET /v1/old', deprecatedAt: new Date('2026-12-01T00:00:00.999Z'), sunsetAt: new Date('2027-06-01T00:00:00.000Z'), successor: 'GET /v1/new' };

it('an answer says since when, until when, where to read on and what to call instead', () => {
  expect(sunsetFields(ending, 'https://console.example')).toEqual({
    Deprecation: '@1796083200',
    Sunset: 'Tue, 01 Jun 2027 00:00:00 GMT',
    Link: '<https://console.example/changelog/chl_1>; rel="deprecation"; type="text/html", </v1/new>; rel="successor-version"',
  });
});

it('a successor with a parameter is no address, and is left to the entry', () => {
  expect(sunsetFields({ ...ending, successor: 'GET /v1/new/{id}' }, 'https://console.example')['Link']).toBe('<https://console.example/changelog/chl_1>; rel="deprecation"; type="text/html"');
});
