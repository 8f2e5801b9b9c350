import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * Sends a file, or the one part of it that was asked for (RFC 9110, Range): some browsers play sound only from servers that
 * do so. Whatever else stands in the header is answered with the whole file.
 */
export function sendPart({ headers }: FastifyRequest, reply: FastifyReply, bytes: Uint8Array): FastifyReply {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  reply.header('accept-ranges', 'bytes');
  const [, first, last] = /^bytes=(\d{1,15})-(\d{1,15})?$/.exec(headers.range ?? '') ?? [];
  if (first === undefined) return reply.send(whole);
  const start = Number(first);
  const end = Math.min(last === undefined ? Number.POSITIVE_INFINITY : Number(last), whole.length - 1);
  if (start > end) return reply.send(whole);
  reply.code(206).header('content-range', `bytes ${start}-${end}/${whole.length}`);
  return reply.send(whole.subarray(start, end + 1));
}
