import type { FastifyRequest } from 'fastify';

/** The address that the caller opened, for an instance that was not told its own (PUBLIC_URL). */
export const addressOf = ({ protocol, host }: FastifyRequest): string => `${protocol}://${host}`;
