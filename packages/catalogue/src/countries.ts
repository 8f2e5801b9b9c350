import type { CountryCode } from '@kannwas/schema/codes';

/**
 * Every country of ISO 3166-1, in coarse groups for statistics; nearest in schooling, so not always the continent.
 * XK is Kosovo: ISO leaves it to those who need it, and people from there need it.
 */
const members = {
  ukraine: 'UA',
  'european-union':
    'AD AT AX BE BG CH CY CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI LT LU LV MC MT NL NO PL PT RO SE SI SJ SK SM VA',
  'western-balkans': 'AL BA ME MK RS XK',
  'eastern-europe': 'AM AZ BY GE KG KZ MD RU TJ TM UZ',
  'middle-east': 'AE BH IL IQ JO KW LB OM PS QA SA SY TR YE',
  'south-asia': 'AF BD BT IN IR LK MV NP PK',
  'north-africa': 'DZ EG EH LY MA TN',
  'east-africa': 'BI DJ ER ET KE KM MG MU MW MZ RE RW SC SD SO SS TZ UG YT ZM ZW',
  'other-africa':
    'AO BF BJ BW CD CF CG CI CM CV GA GH GM GN GQ GW LR LS ML MR NA NE NG SH SL SN ST SZ TD TG ZA',
  elsewhere:
    'AG AI AQ AR AS AU AW BB BL BM BN BO BQ BR BS BV BZ CA CC CK CL CN CO CR CU CW CX DM DO EC FJ FK FM GD GF GL GP GS GT GU GY HK HM HN HT ID IO JM JP KH KI KN KP KR KY LA LC MF MH MM MN MO MP MQ MS MX MY NC NF NI NR NU NZ PA PE PF PG PH PM PN PR PW PY SB SG SR SV SX TC TF TH TK TL TO TT TV TW UM US UY VC VE VG VI VN VU WF WS',
} as const;

export type CountryGroup = keyof typeof members;

const groupByCountry: ReadonlyMap<CountryCode, CountryGroup> = new Map(
  Object.entries(members).flatMap(([group, codes]) =>
    codes.split(' ').map((code) => [code, group as CountryGroup] as const),
  ),
);

/** The country groups, in the order in which they are shown. */
export const countryGroups = Object.keys(members) as readonly CountryGroup[];

/** All countries: ISO 3166-1 alpha-2 and XK, sorted by code. Names and their order are in the names of a language. */
export const countries: readonly CountryCode[] = [...groupByCountry.keys()].sort();

/** The group in which a country is counted, or undefined for a code that names no country. */
export function countryGroup(country: CountryCode): CountryGroup | undefined {
  return groupByCountry.get(country);
}
