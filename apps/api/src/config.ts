import * as z from 'zod';

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;

const origins = z
  .string()
  .default('')
  .transform((list) =>
    list
      .split(',')
      .map((origin) => origin.trim())
      .filter((origin) => origin !== ''),
  )
  .pipe(
    z.array(
      // A path or a slash at the end would make an origin that no browser ever sends.
      z.string().refine((origin) => /^https?:/.test(origin) && URL.parse(origin)?.origin === origin, {
        error: 'origins with commas between them, such as https://town.example,https://desk.town.example',
      }),
    ),
  );

/** The environment, read once. Each line says what the operator should do when the value is wrong. */
const Environment = z.object({
  PORT: z.coerce.number('a port number such as 3000').int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1, 'an address to listen on such as 127.0.0.1 or 0.0.0.0').default('127.0.0.1'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'an address such as postgres://name:password@host/database' })
    .optional(),
  POOL_DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error:
        'the address of the database or of a copy that follows it, such as postgres://kannwas_pool:password@host/database',
    })
    .optional(),
  POOL_URL: z
    .url({
      protocol: /^https?$/,
      error: "the address of the pool's own process, such as http://127.0.0.1:3001",
    })
    .optional(),
  DATA_FOLDER: z.string().min(1, 'a folder that this program may write to').default('data'),
  SECRET_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, '32 random bytes as 64 hexadecimal digits (openssl rand -hex 32)')
    .optional(),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'the address people open, such as https://kannwas.example' })
    .optional(),
  CORS_ORIGINS: origins,
  TRUST_PROXY: z.stringbool('true or false').default(false),
  LOG_LEVEL: z.enum(levels, `one of ${levels.join(', ')}`).default('info'),
  DEMO: z.stringbool('true or false').optional(),
});

export type Config = Readonly<z.infer<typeof Environment>>;

/** Reads the settings. @throws Error that names each wrong variable and what it should be, never its value. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const known = Object.fromEntries(
    Object.keys(Environment.shape).map((name) => [
      name,
      environment[name] === '' ? undefined : environment[name],
    ]),
  );
  const read = Environment.safeParse(known);
  if (read.success) return read.data;
  const lines = read.error.issues.map((issue) => `  ${String(issue.path[0])}: should be ${issue.message}`);
  throw new Error(`These settings are wrong:\n${lines.join('\n')}`);
}

/** The settings of this process. @throws Error that names each wrong variable */
export const settings = () => readConfig(process.env);
