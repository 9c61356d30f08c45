import type { MemberRole, NoticeDuty, NoticeKind, PersonalChannel } from '@inkproof/contract';
import { channelsFor, owedChannels, type Wishes } from './channels.js';

/** A person of a tenant's, or of the provider's staff where `role` is null. */
export interface Addressee {
  tenantId: string | null;
  personId: string;
  role: MemberRole | null;
  email: string;
  locale: string;
  wishes: Wishes;
}

/** One word to one person on one channel. */
export interface Word {
  to: Addressee;
  channel: PersonalChannel;
  owed: boolean;
}

/** What the members of a tenant are told of a notice, and where. */
export const wordsTo = (members: readonly (Addressee & { role: MemberRole })[], duty: NoticeDuty, kind: NoticeKind): Word[] =>
  members.flatMap((to) => {
    const owed = owedChannels(duty, to.role, kind);
    return channelsFor(duty, to.role, kind, to.wishes).map((channel) => ({ to, channel, owed: owed.includes(channel) }));
  });

const inLine: readonly MemberRole[] = ['owner', 'developer', 'privacy', 'viewer'];

/** Whom to write to when a mail was lost: somebody of the tenant whose address was not tried yet, who answers for most first. */
export const nextInLine = <Person extends { personId: string; role: MemberRole }>(members: readonly Person[], tried: ReadonlySet<string>): Person | undefined =>
  members.filter(({ personId }) => !tried.has(personId)).toSorted((one, other) => inLine.indexOf(one.role) - inLine.indexOf(other.role))[0];
