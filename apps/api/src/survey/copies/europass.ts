import { said } from '@kannwas/schema/survey/questions';
import { type Facts, languagesOf, present, tasksOf } from './facts.ts';
import { hasCertificate } from './json-resume.ts';

/** Europass writes two countries as the Union's offices do, not as ISO 3166 does. */
const countryCodes: Readonly<Record<string, string>> = { GB: 'UK', GR: 'EL' };
/** The classes that Europass knows; the others stand in words. */
const drivingClasses = ['A', 'B', 'C', 'D', 'A1', 'C1', 'D1', 'BE', 'CE', 'DE', 'C1E', 'D1E'];

/**
 * A CV in the JSON of Europass, version 3.4.0 (`SkillsPassport`, Cedefop). What people say about their languages by pictures is no
 * level of the CEFR and is not turned into one: it stands in words.
 */
export function europass(facts: Facts, madeAt: Date): Record<string, unknown> {
  const { answers, text, line, words, trainings, experiences } = facts;
  const [mother, ...others] = languagesOf(facts);
  const isOwn = said(answers, 'motherTongue') !== undefined;
  const foreign = isOwn ? others : [mother, ...others].flatMap((one) => one ?? []);
  const school = text('schoolRung') ?? text('education');
  const gender = { female: 'F', male: 'M', diverse: undefined }[said(answers, 'gender') ?? 'diverse'];
  const birth = said(answers, 'birthYear');
  const wishes = text('wantedFields');
  return {
    SkillsPassport: {
      Locale: 'de',
      DocumentInfo: {
        DocumentType: 'ECV',
        CreationDate: madeAt.toISOString(),
        LastUpdateDate: madeAt.toISOString(),
        XSDVersion: 'V3.4',
        Generator: 'Kannwas',
        EuropassLogo: false,
      },
      LearnerInfo: present({
        Identification: present({
          PersonName: present({ FirstName: text('callName') }),
          ContactInfo: text('district') && {
            Address: { Contact: { Municipality: text('district'), Country: country(facts, 'DE') } },
          },
          Demographics: present({
            Birthdate: birth && text('birthYear') && { Year: birth.year },
            Gender: gender && text('gender') && { Code: gender, Label: text('gender') },
          }),
        }),
        Headline: wishes && { Type: { Code: 'preferred_job' }, Description: { Label: wishes } },
        WorkExperience: experiences.map((entry) => {
          const last = said(answers, 'experienceLastYear', entry);
          const place = said(answers, 'experienceCountry', entry);
          return present({
            Period: last && { To: { Year: last.year } },
            Position: present({
              Label: text('experienceOccupation', entry) ?? text('experienceOwnWords', entry),
            }),
            Activities: line(
              text('experienceKind', entry),
              text('experienceDuration', entry),
              ...tasksOf(facts, entry),
            ),
            Employer: inPlace(facts, place),
          });
        }),
        Education: [
          ...(school
            ? [present({ Title: school, Organisation: inPlace(facts, said(answers, 'educationCountry')) })]
            : []),
          ...trainings.map((entry) =>
            present({
              Title: text('trainingFor', entry) ?? text('trainingKind', entry),
              Activities: line(
                text('trainingKind', entry),
                text('trainingDuration', entry),
                text('trainingResult', entry),
              ),
              Organisation: inPlace(facts, said(answers, 'trainingCountry', entry)),
              Field: text('trainingField', entry) && { Label: text('trainingField', entry) },
            }),
          ),
        ],
        Skills: present({
          Linguistic: present({
            MotherTongue: isOwn && mother ? [named(facts, mother.code)] : undefined,
            ForeignLanguage: foreign.map((one) =>
              present({
                ...named(facts, one.code),
                Certificate:
                  one.code === 'deu' && hasCertificate(facts)
                    ? [{ Title: 'Deutsch', Level: said(answers, 'germanCertificate') }]
                    : undefined,
              }),
            ),
          }),
          JobRelated: described(line(text('papers'), text('machines'))),
          Computer: described(text('digital')),
          Driving: driving(facts),
          Other: described(
            line(
              text('strengths'),
              ...languagesOf(facts).map(
                ({ code, speaking }) => speaking && `${words.spoken(code)}: ${speaking}`,
              ),
            ),
          ),
        }),
      }),
    },
  };
}

const described = (text: string | undefined) => (text === undefined ? undefined : { Description: text });

function country({ words }: Facts, code: string): { Code: string; Label: string } {
  return { Code: countryCodes[code] ?? code, Label: words.country(code) };
}

/** Of a school or an employer we know the country, and never ask for the name. */
function inPlace(facts: Facts, code: string | undefined): object | undefined {
  return code === undefined
    ? undefined
    : { ContactInfo: { Address: { Contact: { Country: country(facts, code) } } } };
}

/** Europass names languages by two letters where there are two (BCP 47), as `Intl` shortens them. */
function named({ words }: Facts, code: string): Record<string, unknown> {
  const short = new Intl.Locale(code).language;
  return {
    Description: present({ Code: short.length === 2 ? short : undefined, Label: words.spoken(code) }),
  };
}

function driving({ answers, text }: Facts): object | undefined {
  const classes = text('licences') === undefined ? [] : (said(answers, 'licences') ?? []);
  const known = classes.filter((one) => drivingClasses.includes(one));
  return known.length > 0 ? { Description: known } : undefined;
}
