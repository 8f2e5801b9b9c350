import autocannon from 'autocannon';
import { p99 } from '../rounds.ts';
import { nextEvent, siteId, type Walker } from './crowd.ts';

/** Whose turn it is; each connection takes walkers of its own, and new ones in each round. */
export type Queue = { waiting: Walker[]; answersEach: number };

/**
 * Sends answers over 16 connections for some seconds and counts those that were acknowledged.
 * @throws Error when a single one was refused: then something else was measured
 */
export async function sendAnswers(url: string, queue: Queue, { seconds = 3, batch = 1 } = {}) {
  const times: number[] = [];
  const result = await autocannon({
    url,
    connections: 16,
    duration: seconds,
    setupClient: (client) => {
      let walker = take(queue);
      let left = queue.answersEach;
      client.on('response', (_status, _bytes, milliseconds) => times.push(milliseconds));
      client.setRequests([
        {
          method: 'POST',
          setupRequest: (request) => {
            if (left-- === 0) {
              walker = take(queue);
              left = queue.answersEach - 1;
            }
            const events = Array.from({ length: batch }, () => nextEvent(walker));
            request.path = `/api/sites/${siteId}/responses/${walker.responseId}/events`;
            request.headers = walker.headers;
            request.body = JSON.stringify({ events });
            return request;
          },
        },
      ]);
    },
  });
  const failed = result.non2xx + result.errors + result.timeouts;
  if (failed > 0) throw new Error(`${failed} of ${result['2xx'] + failed} answers were not taken by ${url}`);
  return { perSecond: (result['2xx'] * batch) / result.duration, p99: p99(times) };
}

function take({ waiting }: Queue): Walker {
  const walker = waiting.pop();
  if (!walker) throw new Error('Too few people for so fast a machine: populate more');
  return walker;
}
