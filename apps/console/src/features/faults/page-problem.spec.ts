import { describe, expect, it } from 'vitest';
import { PageProblem, readDigest } from './page-problem';

describe('a problem of a whole page', () => {
  it('carries its code and request id through the digest', () => expect(readDigest(new PageProblem('capacity.busy', 'req_1', null).digest)).toEqual({ code: 'capacity.busy', requestId: 'req_1' }));
  it('takes any other digest for a fault of ours, known by that number', () => expect(readDigest('2841739')).toEqual({ code: 'server.fault', requestId: '2841739' }));
});
