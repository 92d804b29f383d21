import { activitiesPersonalData } from './modules/activities/index.ts'
import { communitiesPersonalData } from './modules/communities/index.ts'
import { competencePersonalData } from './modules/competence/index.ts'
import { documentsPersonalData } from './modules/documents/index.ts'
import { homePersonalData } from './modules/home/index.ts'
import { identityPersonalData } from './modules/identity/index.ts'
import { indicatorsPersonalData } from './modules/indicators/index.ts'
import { mentoringPersonalData } from './modules/mentoring/index.ts'
import { privacyPersonalData } from './modules/privacy/index.ts'
import { registryPersonalData } from './modules/registry/index.ts'
import { staffingPersonalData } from './modules/staffing/index.ts'
import { talentPersonalData } from './modules/talent/index.ts'
import type { PersonalData } from './platform/personal-data.ts'

/** What the product keeps of people, by module in their order. */
export const personalData: readonly PersonalData[] = [
  identityPersonalData,
  registryPersonalData,
  privacyPersonalData,
  indicatorsPersonalData,
  competencePersonalData,
  documentsPersonalData,
  activitiesPersonalData,
  mentoringPersonalData,
  communitiesPersonalData,
  talentPersonalData,
  staffingPersonalData,
  homePersonalData,
]
