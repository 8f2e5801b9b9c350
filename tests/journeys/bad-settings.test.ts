import { readConfig } from '@kannwas/api/config';
import { expect, test } from 'vitest';
import { OwnProcess } from '../support/processes.ts';

/** Each variable with wrong values, and words of the remedy that the operator must read. */
const wrong: [variable: string, values: string[], remedy: string][] = [
  ['PORT', ['eighty', '70000', '-1', '3.5'], 'a port number such as 3000'],
  ['DATABASE_URL', ['mysql://olu:s3cr3t@host/town', 'host/s3cr3t'], 'postgres://name:password@host/database'],
  ['SECRET_KEY', ['s3cr3t', 's3cr3t'.repeat(11)], 'openssl rand -hex 32'],
  ['PUBLIC_URL', ['s3cr3t.example', 'ftp://s3cr3t.example'], 'https://kannwas.example'],
  [
    'CORS_ORIGINS',
    ['*', 's3cr3t.example', 'https://s3cr3t.example/', 'https://a.example,s3cr3t'],
    'origins with commas between them',
  ],
  ['TRUST_PROXY', ['s3cr3t'], 'true or false'],
  ['LOG_LEVEL', ['s3cr3t'], 'one of fatal, error, warn'],
  ['DEMO', ['s3cr3t'], 'true or false'],
];
const everyWrong = wrong.flatMap(([variable, values, remedy]) =>
  values.map((value) => [variable, value, remedy] as const),
);

test.for(everyWrong)(
  'a wrong %s (%s) is named with its remedy, and not repeated',
  ([name, value, remedy]) => {
    const read = () => readConfig({ [name]: value });
    expect(read).toThrow(`  ${name}: should be `);
    expect(read).toThrow(remedy);
    expect(read).not.toThrow('s3cr3t');
  },
);

test('all wrong settings are named at once, each on a line of its own', () => {
  expect(() => readConfig({ PORT: 'x', LOG_LEVEL: 'loud', DEMO: 'yes' })).toThrow(
    /^These settings are wrong:\n {2}PORT: .+\n {2}LOG_LEVEL: .+$/,
  );
});

test('nothing set, or set to nothing, is the embedded database on port 3000 for this machine only', () => {
  const usual = { PORT: 3000, HOST: '127.0.0.1', DATA_FOLDER: 'data', CORS_ORIGINS: [], TRUST_PROXY: false };
  expect(readConfig({})).toMatchObject(usual);
  const nothing = Object.fromEntries([...wrong.map(([variable]) => [variable, '']), ['HOST', '']]);
  expect(readConfig(nothing)).toMatchObject(usual);
});

test('the program ends with one clear sentence and no stack', async () => {
  const server = new OwnProcess('apps/api/src/server.ts', { PORT: '70000', SECRET_KEY: 's3cr3t' });
  expect(await server.ended()).toBe(1);
  expect(server.output).toBe(
    'These settings are wrong:\n' +
      '  PORT: should be a port number such as 3000\n' +
      '  SECRET_KEY: should be 32 random bytes as 64 hexadecimal digits (openssl rand -hex 32)\n',
  );
});

test('a database that does not answer is a clear sentence too, without the password', async () => {
  const DATABASE_URL = 'postgres://olu:s3cr3t@127.0.0.1:9/town';
  const server = new OwnProcess('apps/api/src/server.ts', { PORT: '0', DATABASE_URL });
  expect(await server.ended()).toBe(1);
  expect(server.output).toMatch(/DATABASE_URL|ECONNREFUSED/);
  expect(server.output).not.toMatch(/s3cr3t|\n {4}at /);
});
