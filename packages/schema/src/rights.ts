/** The parts that staff play at a site. The operator belongs to the instance and plays at every site of it. */
export const roles = ['case-worker', 'coordinator', 'employer', 'operator'] as const;
export type Role = (typeof roles)[number];

/** Who may do what, at the sites where they play the role. The only place where this is decided. */
export const rights = {
  'interview.list': ['case-worker'],
  'interview.read': ['case-worker'],
  'interview.answer': ['case-worker'],
  'interview.close': ['case-worker'],
  /** Opens how somebody may be reached. */
  'interview.contact': ['case-worker'],
  'snapshot.list': ['coordinator', 'operator'],
  'snapshot.publish': ['coordinator', 'operator'],
  'pool.ask': ['employer', 'coordinator'],
  'alarm.list': ['coordinator', 'operator'],
  /** Lets another system ask in the name of the own organisation. */
  'token.manage': ['employer', 'coordinator'],
  'coverage.read': ['coordinator'],
  'denominator.read': ['coordinator'],
  'denominator.save': ['coordinator'],
  'demand.list': ['employer', 'coordinator'],
  'demand.add': ['employer', 'coordinator'],
  'demand.remove': ['employer', 'coordinator'],
  /** Sees and removes also what others are looking for. */
  'demand.all': ['coordinator'],
  'gap.read': ['coordinator'],
  /** Sees what the pages on data protection and accessibility still lack. */
  'notice.check': ['coordinator', 'operator'],
  'offer.list': ['coordinator'],
  'offer.save': ['coordinator'],
  'clip.list': ['coordinator', 'operator'],
  'clip.upload': ['coordinator', 'operator'],
  'clip.publish': ['coordinator', 'operator'],
  'clip.remove': ['coordinator', 'operator'],
} as const satisfies Record<string, readonly Role[]>;
export type Right = keyof typeof rights;

/** Tells whether one of these roles carries the right. */
export function mayWith(played: readonly Role[], right: Right): boolean {
  const holders: readonly Role[] = rights[right];
  return played.some((role) => holders.includes(role));
}
