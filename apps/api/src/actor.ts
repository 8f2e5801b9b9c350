import { mayWith, type Right, type Role } from '@kannwas/schema/rights';
import { ProblemError } from './problem.ts';

/** Somebody of the staff who is signed in, with the parts played at each site. */
export type Actor = {
  staffId: string;
  name: string;
  email: string;
  operator: boolean;
  plays: readonly Play[];
  /** With a token: the only rights that it lends. */
  scopes?: readonly string[];
};

/** A part at a site, and the organisation of which somebody is there; null for those without one. */
export type Play = { siteId: string; role: Role; organisationId: string | null };

/** The parts that the actor plays at a site. */
export function rolesAt(actor: Actor, siteId: string): Role[] {
  const own = actor.plays.filter((play) => play.siteId === siteId).map((play) => play.role);
  return actor.operator ? [...own, 'operator'] : own;
}

/** @throws ProblemError notAllowed, the same for a site that does not exist */
export function requireCan(actor: Actor, right: Right, siteId: string): void {
  const isLent = actor.scopes?.includes(right) ?? true;
  if (!isLent || !mayWith(rolesAt(actor, siteId), right)) throw new ProblemError('notAllowed');
}

/** In whose name somebody acts at a site: that of the organisation, else in the own. */
export function organisationAt({ staffId, plays }: Actor, siteId: string): string {
  return plays.find((play) => play.siteId === siteId && play.organisationId)?.organisationId ?? staffId;
}
