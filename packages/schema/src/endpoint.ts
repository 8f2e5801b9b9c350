import type * as z from 'zod/mini';
import type { Right } from './rights.ts';

/** Who may call: a right of the table, the holder of a response code, or anyone. */
export type Gate = Right | 'code' | 'anyone';

/** One line of the contract between web and API. */
export type Endpoint = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  url: `/api/${string}`;
  may: Gate;
  /** One plain sentence for the OpenAPI page. */
  summary: string;
  /** The media types of a body that is a file; it then comes as bytes. */
  consumes?: readonly string[];
  /** The media types of an answer that is a file; its schema then describes the text or the bytes. */
  produces?: readonly string[];
  schema: {
    params?: z.core.$ZodType;
    querystring?: z.core.$ZodType;
    body?: z.core.$ZodType;
    response: { 200: z.core.$ZodType };
  };
};

type Part<E extends Endpoint, K extends 'params' | 'querystring' | 'body'> =
  E['schema'] extends Record<K, infer S extends z.core.$ZodType> ? Record<K, S> : unknown;

type In<P> = { [K in keyof P]: P[K] extends z.core.$ZodType ? z.input<P[K]> : never };
type Out<P> = { [K in keyof P]: P[K] extends z.core.$ZodType ? z.output<P[K]> : never };
type Parts<E extends Endpoint> = Part<E, 'params'> & Part<E, 'querystring'> & Part<E, 'body'>;

/** What a caller sends. */
export type Sent<E extends Endpoint> = In<Parts<E>>;
/** What the handler gets after the check. */
export type Checked<E extends Endpoint> = Out<Parts<E>>;
/** What the handler returns. */
export type Returned<E extends Endpoint> = z.input<E['schema']['response'][200]>;
/** What the caller gets. */
export type Answered<E extends Endpoint> = z.output<E['schema']['response'][200]>;
