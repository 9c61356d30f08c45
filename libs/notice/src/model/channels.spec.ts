import { memberRoles, noticeDuties, noticeKinds, personalChannels } from '@inkproof/contract';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { channelsFor, channelsForStaff, owedChannels } from './channels.js';

const someone = fc.record({ duty: fc.constantFrom(...noticeDuties), role: fc.constantFrom(...memberRoles), kind: fc.constantFrom(...noticeKinds), wishes: fc.record({ app: fc.boolean(), mail: fc.boolean() }, { requiredKeys: [] }) });

it('wishes widen what a duty asks for and never narrow it', () => {
  fc.assert(
    fc.property(someone, ({ duty, role, kind, wishes }) => {
      const told = channelsFor(duty, role, kind, wishes);
      expect(told).toEqual(expect.arrayContaining([...owedChannels(duty, role, kind)]));
      for (const channel of personalChannels) if (wishes[channel]) expect(told).toContain(channel);
    }),
  );
});

it('a stronger duty never tells anybody in fewer ways', () => {
  const [required, optional, changelog] = noticeDuties;
  fc.assert(
    fc.property(someone, ({ role, kind, wishes }) => {
      const by = (duty: typeof required | typeof optional | typeof changelog) => channelsFor(duty, role, kind, wishes);
      expect(by(required)).toEqual(expect.arrayContaining([...by(optional)]));
      expect(by(optional)).toEqual(expect.arrayContaining([...by(changelog)]));
    }),
  );
});

it('where the changelog is enough, nobody is told who did not ask', () => {
  for (const role of memberRoles) for (const kind of noticeKinds) expect(channelsFor('changelog', role, kind, {})).toEqual([]);
  expect(channelsFor('changelog', 'owner', 'maintenance.scheduled', { mail: true })).toEqual(['mail']);
});

it('tells owners in both ways of what is required, those who work with it in the console, and others not', () => {
  expect(memberRoles.map((role) => [role, ...channelsFor('required', role, 'maintenance.scheduled', {})])).toEqual([['owner', 'app', 'mail'], ['developer', 'app'], ['privacy'], ['viewer']]);
  expect(channelsFor('required', 'privacy', 'security.suspected', {})).toEqual(['app']);
  expect(channelsFor('optional', 'owner', 'maintenance.scheduled', {})).toEqual(['app']);
  expect(channelsFor('optional', 'owner', 'maintenance.scheduled', { app: false })).toEqual([]);
});

it('staff may decline mail, and find everything in the console', () => {
  expect([channelsForStaff({}), channelsForStaff({ app: false, mail: false })]).toEqual([['app', 'mail'], ['app']]);
});
