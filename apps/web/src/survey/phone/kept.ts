import type { ProblemCode } from '@kannwas/schema/problems';
import type { NewEvent } from '@kannwas/schema/survey/events';

/** A response as this phone keeps it. */
export type KeptResponse = {
  responseId: string;
  code: string;
  /** Unknown until the sites of this instance could be read. */
  siteId: string | null;
  language: NewEvent['language'];
  /** The server knows it. */
  started: boolean;
  /** The person has handed it in here; the receipt follows when the server has it. */
  handedIn: boolean;
  receipt: string | null;
  /** Somebody else began on this phone: it is sent to its end, never shown, and then removed. */
  away: boolean;
  /** Why the server takes no more of it. */
  problem: ProblemCode | null;
};

/** Where the response is on the server; undefined until its first answer has arrived there. */
export function paramsOf({ siteId, responseId, started }: KeptResponse) {
  return started && siteId ? { siteId, responseId } : undefined;
}

/** An answer as this phone keeps it; it is "received" when the server has listed its id. */
export type KeptEvent = NewEvent & {
  responseId: string;
  state: 'waiting' | 'received' | 'refused';
};
