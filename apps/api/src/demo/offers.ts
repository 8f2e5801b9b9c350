import type { OfferContent } from '@kannwas/schema/offers';
import { v7 } from 'uuid';
import { makeRandom } from './people/random.ts';

const random = makeRandom('offers');

/** Only in what is made up does a web page end in .example. */
const made = (content: Omit<OfferContent, 'levels' | 'from' | 'until'> & Partial<OfferContent>) => ({
  id: v7({ msecs: Date.UTC(2026, 9, 1), random: random.bytes(16) }),
  content: { levels: [], from: '2026-10-01', until: null, ...content } satisfies OfferContent,
});

/** Offers of the demo site, as a small town has them. All of this is made up, and each says so in its name. */
export const demoOffers = [
  made({
    kind: 'language-course',
    levels: ['A1', 'A2'],
    texts: {
      de: {
        name: 'Deutschkurs am Vormittag (erfunden)',
        whom: 'Anfängerinnen und Anfänger, mit Kinderbetreuung',
        when: 'Montag bis Donnerstag, 9 bis 12 Uhr',
      },
      en: {
        name: 'German course in the morning (made up)',
        whom: 'Beginners, with childcare',
        when: 'Monday to Thursday, 9 to 12',
      },
      ar: {
        name: 'دورة ألمانية صباحية (مثال غير حقيقي)',
        whom: 'للمبتدئين، مع رعاية للأطفال',
        when: 'من الاثنين إلى الخميس، من 9 إلى 12',
      },
      uk: {
        name: 'Курс німецької зранку (вигадано)',
        whom: 'Для початківців, з доглядом за дітьми',
        when: 'З понеділка до четверга, з 9 до 12',
      },
    },
    where: 'Volkshochschule, Markt 1, Hettstedt',
    link: 'https://vhs.example/deutsch-a',
    phone: '03476 00 00 01',
  }),
  made({
    kind: 'language-course',
    levels: ['B1', 'B2'],
    texts: {
      de: {
        name: 'Deutsch für den Beruf B1/B2 (erfunden)',
        whom: 'Wer schon arbeitet oder Arbeit sucht',
        when: 'Dienstag und Donnerstag, 17 bis 20 Uhr',
      },
      uk: {
        name: 'Німецька для роботи B1/B2 (вигадано)',
        whom: 'Для тих, хто працює або шукає роботу',
        when: 'Вівторок і четвер, з 17 до 20',
      },
    },
    where: 'Volkshochschule, Markt 1, Hettstedt',
    link: 'https://vhs.example/deutsch-b',
    phone: '03476 00 00 01',
  }),
  made({
    kind: 'recognition-advice',
    texts: {
      de: {
        name: 'Beratung zur Anerkennung von Abschlüssen (erfunden)',
        whom: 'Alle mit Schule, Ausbildung oder Studium aus einem anderen Land',
        when: 'Mittwoch, 13 bis 17 Uhr, mit Termin',
      },
      ar: {
        name: 'استشارة حول الاعتراف بالشهادات (مثال غير حقيقي)',
        whom: 'لكل من تعلّم في بلد آخر',
        when: 'الأربعاء، من 13 إلى 17، مع موعد',
      },
    },
    where: 'Landratsamt, Musterstraße 20, Sangerhausen',
    link: 'https://anerkennung.example',
    phone: '03464 00 00 02',
  }),
  made({
    kind: 'childcare',
    texts: {
      de: {
        name: 'Familienbüro: Plätze in Kita und Hort (erfunden)',
        whom: 'Eltern mit Kindern bis 12 Jahre',
        when: 'Montag bis Freitag, 9 bis 12 Uhr, Dienstag auch 14 bis 18 Uhr',
      },
      ar: {
        name: 'مكتب الأسرة: أماكن في الحضانة وبعد المدرسة (مثال غير حقيقي)',
        whom: 'لأهل الأطفال حتى 12 سنة',
        when: 'من الاثنين إلى الجمعة، من 9 إلى 12، والثلاثاء أيضًا من 14 إلى 18',
      },
    },
    where: 'Rathaus, Markt 1, Hettstedt, Zimmer 4',
    link: null,
    phone: '03476 00 00 03',
  }),
  made({
    kind: 'job-help',
    texts: {
      de: {
        name: 'Bewerbungswerkstatt (erfunden)',
        whom: 'Wer Arbeit, ein Praktikum oder eine Ausbildung sucht',
        when: 'Freitag, 10 bis 13 Uhr, ohne Termin',
      },
      uk: {
        name: 'Допомога із заявами на роботу (вигадано)',
        whom: 'Для тих, хто шукає роботу, стажування чи навчання',
        when: 'П’ятниця, з 10 до 13, без запису',
      },
    },
    where: 'Stadtbibliothek, Musterweg 2, Hettstedt',
    link: null,
    phone: '03476 00 00 04',
  }),
  made({
    kind: 'computer',
    texts: { de: { name: 'Computer-Treff (erfunden)', whom: 'Alle', when: 'Mittwoch, 16 bis 18 Uhr' } },
    where: 'Stadtbibliothek, Musterweg 2, Hettstedt',
    link: null,
    phone: null,
  }),
  made({
    kind: 'meeting',
    texts: {
      de: { name: 'Café der Begegnung (erfunden)', whom: 'Alle', when: 'Samstag, 15 bis 18 Uhr' },
      ar: { name: 'مقهى اللقاء (مثال غير حقيقي)', whom: 'للجميع', when: 'السبت، من 15 إلى 18' },
    },
    where: 'Gemeindehaus, Musterplatz 3, Hettstedt',
    link: null,
    phone: null,
  }),
  made({
    kind: 'advice',
    texts: {
      de: {
        name: 'Migrationsberatung (erfunden)',
        whom: 'Alle Zugewanderten, auch mit Dolmetscherin',
        when: 'Montag und Donnerstag, 9 bis 16 Uhr',
      },
      ar: {
        name: 'استشارة للقادمين الجدد (مثال غير حقيقي)',
        whom: 'لجميع القادمين الجدد، مع ترجمة عند الحاجة',
        when: 'الاثنين والخميس، من 9 إلى 16',
      },
      uk: {
        name: 'Консультація для новоприбулих (вигадано)',
        whom: 'Для всіх новоприбулих, також із перекладачкою',
        when: 'Понеділок і четвер, з 9 до 16',
      },
    },
    where: 'Beratungsstelle, Musterweg 5, Hettstedt',
    link: 'https://beratung.example',
    phone: '03476 00 00 05',
  }),
  made({
    kind: 'office',
    texts: {
      de: {
        name: 'Führerscheinstelle (erfunden)',
        whom: null,
        when: 'Dienstag 9 bis 18 Uhr, Donnerstag 9 bis 16 Uhr',
      },
    },
    where: 'Landratsamt, Musterstraße 20, Sangerhausen',
    link: null,
    phone: '03464 00 00 06',
  }),
];
