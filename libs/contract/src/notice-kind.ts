/** What people and programs are told by notices. A webhook can ask for each by its name. */
export const noticeKinds = [
  'maintenance.scheduled',
  'maintenance.day_before',
  'maintenance.hour_before',
  'maintenance.started',
  'maintenance.overrun',
  'maintenance.completed',
  'maintenance.changed',
  'maintenance.cancelled',
  'change.received',
  'change.accepted',
  'change.refused',
  'change.due',
  'change.applied',
  'change.lapsed',
  'change.nearly_over',
  'change.overdue',
  'security.received',
  'security.suspected',
  'api.deprecated',
  'api.changed',
  'api.withdrawn',
  'service.cancelled',
  'service.ending',
  'service.ending_soon',
  'service.ended',
  'service.continues',
  'incident.opened',
  'incident.updated',
  'incident.resolved',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

export const noticeTopics = ['maintenance', 'change', 'security', 'api', 'service'] as const;
export type NoticeTopic = (typeof noticeTopics)[number];

/** The first word of a kind; incidents are a matter of the service. */
export const topicOf = (kind: NoticeKind): NoticeTopic => {
  const word = kind.slice(0, kind.indexOf('.'));
  return word === 'incident' ? 'service' : (word as NoticeTopic);
};

/** Where somebody may be told. Programs are told by webhooks, which ask for what they want to hear. */
export const personalChannels = ['app', 'mail'] as const;
export type PersonalChannel = (typeof personalChannels)[number];

export const noticeChannels = [...personalChannels, 'webhook'] as const;
export type NoticeChannel = (typeof noticeChannels)[number];

export const planKinds = ['free', 'trial', 'paid'] as const;
export type PlanKind = (typeof planKinds)[number];

/** What the agreement asks for: that each tenant concerned is told by name; that it may be; or that it stands in the public changelog and nowhere else. */
export const noticeDuties = ['required', 'optional', 'changelog'] as const;
export type NoticeDuty = (typeof noticeDuties)[number];
