import { isUtf8 } from 'node:buffer';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { ProblemError, problemBody } from '../problem.ts';

/**
 * Takes in JSON and nothing else. Bytes that are no UTF-8 are refused: read generously, they would become question
 * marks in somebody's answer and be kept as such.
 */
export function takeJsonOnly(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, bytes, done) => {
    if (typeof bytes === 'string' || !isUtf8(bytes)) done(new ProblemError('malformed'));
    // It calls back; that its type allows a promise is for other parsers.
    else void parse(request, bytes.toString('utf8'), done);
  });
}

/** Answers what is not even HTTP, where there is no request yet; without our own words Node would answer in its. */
export function answerGarbage(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const problem = problemBody(error.code === 'HPE_HEADER_OVERFLOW' ? 'tooLarge' : 'malformed');
  const body = JSON.stringify(problem);
  const head = [
    `HTTP/1.1 ${problem.status} Refused`,
    'Content-Type: application/problem+json',
    `Content-Length: ${body.length}`,
    'Connection: close',
  ];
  if (socket.writable) socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  socket.destroySoon();
}
