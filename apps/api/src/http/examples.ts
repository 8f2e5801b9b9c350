/** What callers send and get, for the page of the API: by room and name, as in the contract. */
export type Example = { query?: Record<string, string>; body?: object; answer?: object };

const epoch = { epoch: 3, publishedAt: '2026-11-02T09:00:00.000Z' };
const search = '019ab3f0-6c1e-7d55-9a41-0d6a3b1f2c77';

export const examples: Readonly<Record<string, Example>> = {
  'pool.ask': {
    query: { occupation: '72', german: 'B1', by: 'availability' },
    answer: {
      epoch,
      total: 65,
      refused: null,
      rows: [
        { availability: 'work', count: 50 },
        { availability: 'training', count: 15 },
        { availability: 'course', count: 10 },
        { availability: 'later', count: null },
      ],
      broader: [],
    },
  },
  'pool.export': { query: { occupation: '72', by: 'place', format: 'csv', language: 'en' } },
  'pool.places': {
    answer: {
      places: [
        { code: '15087', within: null, districts: ['15087220', '15087130'] },
        { code: '15087220', within: '15087', districts: ['15087220'] },
      ],
    },
  },
  'pool.history': {
    query: { occupation: '72', german: 'B1' },
    answer: {
      history: [
        { epoch: 2, publishedAt: '2026-10-05T09:00:00.000Z', total: 60 },
        { ...epoch, total: 65 },
      ],
    },
  },
  'pool.budget': {
    answer: {
      today: { used: 4, most: 60 },
      tables: { used: 31, most: 300 },
      cells: { used: 1240, most: 20_000 },
      organisation: { used: 58, most: 900 },
    },
  },
  'pool.asked': {
    answer: { asked: [{ question: 'german=B1&occupation=72', at: '2026-11-24T08:15:00.000Z' }] },
  },
  'pool.saved': {
    answer: {
      saved: [
        {
          id: search,
          name: 'Metalworkers with B1',
          question: 'german=B1&occupation=72',
          total: 65,
          before: 60,
          changed: true,
        },
      ],
    },
  },
  'pool.save': {
    body: { id: search, name: 'Metalworkers with B1', question: 'german=B1&occupation=72' },
    answer: { saved: true },
  },
  'pool.forget': { answer: { removed: true } },
  'pool.alarms': {
    answer: {
      alarms: [
        {
          kind: 'near-duplicates',
          at: '2026-11-24T08:15:00.000Z',
          epoch: 3,
          organisation: 'Fleischerei Dmitri',
          accounts: ['dmitri@example.org'],
          questions: 18,
        },
      ],
    },
  },
  'accounts.createToken': {
    body: { name: 'Job board of the town', scopes: ['pool.ask'], days: 180 },
  },
};
