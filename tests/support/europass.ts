import * as z from 'zod';

/*
 * The parts of the Europass JSON schema, version 3.4.0, that we fill, as strict as it is: written after the schema that Cedefop
 * published with its own tools (github.com/europass/ewa-cedefop, services/core/src/main/resources/json/v3.4.0). It is in no
 * package registry, and not ours to ship.
 */
const coded = (code: z.ZodType<string>) =>
  z.strictObject({ Code: code.optional(), Label: z.string().optional() });
const country = coded(z.string().regex(/^[A-Z]{2}$/));
const date = z.strictObject({
  Year: z.number().optional(),
  Month: z.number().optional(),
  Day: z.number().optional(),
});
const address = z.strictObject({ Municipality: z.string().optional(), Country: country.optional() });
const organisation = z.looseObject({
  Name: z.string().optional(),
  ContactInfo: z
    .looseObject({ Address: z.looseObject({ Contact: address.optional() }).optional() })
    .optional(),
});
const experience = {
  Period: z
    .strictObject({ From: date.optional(), To: date.optional(), Current: z.boolean().optional() })
    .optional(),
  Activities: z.string().optional(),
};
const cefr = z.enum(['A1', 'A2', 'B1', 'B2', 'C1', 'C2']);
const language = { Description: coded(z.string()).optional() };
const described = z.strictObject({ Description: z.string().optional() }).optional();
const classes = ['A', 'B', 'C', 'D', 'A1', 'B1', 'C1', 'D1', 'BE', 'CE', 'DE', 'C1E', 'D1E'];

export const EuropassCv = z.strictObject({
  SkillsPassport: z.strictObject({
    Locale: z.string().regex(/^[a-zA-Z]{2}(-[a-zA-Z]{3})?$/),
    DocumentInfo: z.strictObject({
      DocumentType: z.enum(['ECV_ESP', 'ESP', 'ECV', 'ELP', 'ECL']),
      CreationDate: z.iso.datetime(),
      LastUpdateDate: z.iso.datetime(),
      XSDVersion: z.string().regex(/^V[0-9]\.[0-9]$/),
      Generator: z.string(),
      EuropassLogo: z.boolean(),
    }),
    LearnerInfo: z.strictObject({
      Identification: z
        .strictObject({
          PersonName: z.strictObject({ FirstName: z.string().optional() }).optional(),
          ContactInfo: z
            .strictObject({ Address: z.strictObject({ Contact: address }).optional() })
            .optional(),
          Demographics: z
            .strictObject({ Birthdate: date.optional(), Gender: coded(z.enum(['M', 'F'])).optional() })
            .optional(),
        })
        .optional(),
      Headline: z
        .strictObject({
          Type: coded(z.literal('preferred_job')),
          Description: coded(z.string().regex(/^\d{5}$/)),
        })
        .optional(),
      WorkExperience: z
        .array(
          z.strictObject({
            ...experience,
            Position: z.strictObject({ Label: z.string().optional() }).optional(),
            Employer: organisation.optional(),
          }),
        )
        .optional(),
      Education: z
        .array(
          z.strictObject({
            ...experience,
            Title: z.string().optional(),
            Organisation: organisation.optional(),
            Field: coded(z.string().regex(/^[0-9]{2}$/)).optional(),
          }),
        )
        .optional(),
      Skills: z
        .strictObject({
          Linguistic: z
            .strictObject({
              MotherTongue: z.array(z.strictObject(language)).optional(),
              ForeignLanguage: z
                .array(
                  z.strictObject({
                    ...language,
                    Certificate: z.array(z.strictObject({ Title: z.string(), Level: cefr })).optional(),
                  }),
                )
                .optional(),
            })
            .optional(),
          JobRelated: described,
          Computer: described,
          Other: described,
          Driving: z.strictObject({ Description: z.array(z.enum(classes)) }).optional(),
        })
        .optional(),
    }),
  }),
});
