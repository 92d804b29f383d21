import { activitiesSheets } from './modules/activities/index.ts'
import { communitiesSheets } from './modules/communities/index.ts'
import { competenceSheets } from './modules/competence/index.ts'
import { mentoringSheets } from './modules/mentoring/index.ts'
import { registrySheets, type SheetDeclaration } from './modules/registry/index.ts'
import { staffingSheets } from './modules/staffing/index.ts'
import { talentSheets } from './modules/talent/index.ts'

/** The sheets of an exchange folder, in the order in which they load. */
export const sheets: readonly SheetDeclaration[] = [
  ...registrySheets,
  ...activitiesSheets,
  ...competenceSheets,
  ...communitiesSheets,
  ...mentoringSheets,
  ...talentSheets,
  ...staffingSheets,
]
