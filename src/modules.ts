import { activitiesModule } from './modules/activities/module.ts'
import { communitiesModule } from './modules/communities/module.ts'
import { competenceModule } from './modules/competence/module.ts'
import { identityModule } from './modules/identity/module.ts'
import { indicatorsModule } from './modules/indicators/module.ts'
import { mentoringModule } from './modules/mentoring/module.ts'
import { registryModule } from './modules/registry/module.ts'
import { staffingModule } from './modules/staffing/module.ts'
import { talentModule } from './modules/talent/module.ts'
import type { Module } from './platform/module.ts'
import { vocabulary } from './vocabulary.ts'

/** The modules in order: each may import the index of earlier ones only. */
export const modules: readonly Module[] = [
  identityModule,
  registryModule,
  indicatorsModule(vocabulary),
  competenceModule,
  activitiesModule,
  mentoringModule,
  communitiesModule,
  talentModule,
  staffingModule,
]
