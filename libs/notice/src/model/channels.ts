import { personalChannels, topicOf, type MemberRole, type NoticeDuty, type NoticeKind, type NoticeTopic, type PersonalChannel } from '@inkproof/contract';

/** What somebody said about hearing of a kind on a channel; undefined where they said nothing. */
export type Wishes = Partial<Record<PersonalChannel, boolean>>;

/**
 * What a member is to a topic: who answers for the tenant is told in every way there is, who works with it finds it in the
 * console, and anybody else hears of it who wants to.
 */
type Standing = 'answers' | 'works' | 'bystander';

const works: Record<NoticeTopic, readonly MemberRole[]> = {
  maintenance: ['developer'],
  change: ['developer'],
  security: ['developer', 'privacy'],
  api: ['developer'],
  service: ['developer', 'privacy'],
};

const standingOf = (role: MemberRole, topic: NoticeTopic): Standing => (role === 'owner' ? 'answers' : works[topic].includes(role) ? 'works' : 'bystander');

const owed: Record<NoticeDuty, Record<Standing, readonly PersonalChannel[]>> = {
  required: { answers: ['app', 'mail'], works: ['app'], bystander: [] },
  optional: { answers: [], works: [], bystander: [] },
  changelog: { answers: [], works: [], bystander: [] },
};

const usual: Record<NoticeDuty, Record<Standing, readonly PersonalChannel[]>> = {
  required: owed.required,
  optional: { answers: ['app'], works: ['app'], bystander: [] },
  changelog: owed.changelog,
};

/** The channels on which a member cannot help being told. */
export const owedChannels = (duty: NoticeDuty, role: MemberRole, kind: NoticeKind): readonly PersonalChannel[] => owed[duty][standingOf(role, topicOf(kind))];

/** Where a member is told of a kind. Wishes add channels, and take away those that no duty asks for. */
export const channelsFor = (duty: NoticeDuty, role: MemberRole, kind: NoticeKind, wishes: Wishes): readonly PersonalChannel[] => {
  const standing = standingOf(role, topicOf(kind));
  return personalChannels.filter((channel) => owed[duty][standing].includes(channel) || (wishes[channel] ?? usual[duty][standing].includes(channel)));
};

/** The provider's own people are told in both ways; mail may be declined, the console not. */
export const channelsForStaff = (wishes: Wishes): readonly PersonalChannel[] => personalChannels.filter((channel) => channel === 'app' || (wishes[channel] ?? true));
