import { isUtf8 } from 'node:buffer';
import type { Socket } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemError, problemBody } from '../problem.ts';

/**
 * Takes in JSON and nothing else. Bytes that are no UTF-8 are refused: read generously, they would become question
 * marks in somebody's answer and be kept as such.
 */
export function takeJsonOnly(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, bytes, done) => {
    if (typeof bytes === 'string' || !isUtf8(bytes) || isTooDeep(bytes)) done(new ProblemError('malformed'));
    // It calls back; that its type allows a promise is for other parsers.
    else void parse(request, bytes.toString('utf8'), done);
  });
}

/** Takes in files, and no JSON, within one part of the app; how large one may be its room says, far below the bound. */
export function takeBytesOnly(within: FastifyInstance): void {
  within.removeAllContentTypeParsers();
  const parse = async (_: FastifyRequest, bytes: Buffer | string) => bytes;
  within.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, parse);
}

/** No body of the contract is deeper than six; checks that walk down a hundred thousand would run out of stack. */
const mostLevels = 64;

function isTooDeep(bytes: Buffer): boolean {
  let level = 0;
  let quoted = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (quoted) {
      if (byte === backslash) at++;
      else if (byte === quote) quoted = false;
    } else if (byte === quote) quoted = true;
    else if (byte === openList || byte === openObject) level++;
    else if (byte === closeList || byte === closeObject) level--;
    if (level > mostLevels) return true;
  }
  return false;
}

const [quote, backslash, openList, closeList, openObject, closeObject] = Buffer.from('"\\[]{}');

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
