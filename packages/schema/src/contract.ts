import { accountsEndpoints } from './accounts.ts';
import { escoEndpoints } from './esco.ts';
import { gapsEndpoints } from './gaps.ts';
import { interviewsEndpoints } from './interviews.ts';
import { languagesEndpoints } from './languages.ts';
import { noticesEndpoints } from './notices.ts';
import { offersEndpoints } from './offers.ts';
import { poolEndpoints } from './pool/endpoints.ts';
import { sitesEndpoints } from './sites.ts';
import { snapshotsEndpoints } from './snapshots.ts';
import { surveyEndpoints } from './survey/endpoints.ts';
import { mineEndpoints } from './survey/mine.ts';
import { passportsEndpoints } from './survey/passports.ts';
import { recordingsEndpoints } from './survey/recordings.ts';

/** The whole contract, room by room. */
export const contract = {
  accounts: accountsEndpoints,
  sites: sitesEndpoints,
  survey: surveyEndpoints,
  recordings: recordingsEndpoints,
  passports: passportsEndpoints,
  mine: mineEndpoints,
  interviews: interviewsEndpoints,
  snapshots: snapshotsEndpoints,
  pool: poolEndpoints,
  gaps: gapsEndpoints,
  notices: noticesEndpoints,
  offers: offersEndpoints,
  languages: { ...languagesEndpoints, ...escoEndpoints },
};
