import {
  choiceRecords,
  completedModuleRecords,
  completionRecords,
  enrolmentRecords,
  examinationRecords,
  examinerRecords,
  feedbackRecords,
  internshipRecords,
  invitationRecords,
  learningBook,
  plannedCourseRecords,
  presenceRecords,
  programmeCompletionRecords,
  reviewRecords,
  selfStudyRecords,
  speakerRecords,
  supervisionRecords,
  talks,
  tutorRecords,
} from './modules/activities/index.ts'
import { activitiesModule } from './modules/activities/module.ts'
import { decisionsModule } from './modules/decisions/module.ts'
import {
  claimRecords,
  documentRecords,
  elsewhereRecords,
  federalRecords,
  learnerRecords,
} from './modules/documents/index.ts'
import { documentsModule } from './modules/documents/module.ts'
import { homeModule } from './modules/home/module.ts'
import { identityModule } from './modules/identity/module.ts'
import { questionRecords, snapshotHolder } from './modules/indicators/index.ts'
import { indicatorsModule } from './modules/indicators/module.ts'
import { journalModule } from './modules/journal/module.ts'
import { operationModule } from './modules/operation/module.ts'
import { populationModule } from './modules/population/module.ts'
import { consentRecords, requestRecords } from './modules/privacy/index.ts'
import { privacyModule } from './modules/privacy/module.ts'
import { findAccountBySnils } from './modules/registry/index.ts'
import { registryModule } from './modules/registry/module.ts'
import { personalData } from './personal-data.ts'
import type { Module } from './platform/module.ts'
import { sheets } from './sheets.ts'
import { vocabulary } from './vocabulary.ts'

/** What later modules keep by person: of a card of two people it goes with the right one. */
export const personRecords = [
  ...[questionRecords, consentRecords, requestRecords],
  ...[documentRecords, claimRecords, elsewhereRecords, learnerRecords, federalRecords],
  ...[speakerRecords, enrolmentRecords, invitationRecords, plannedCourseRecords],
  ...[presenceRecords, feedbackRecords, reviewRecords, internshipRecords, supervisionRecords],
  ...[
    examinationRecords,
    examinerRecords,
    completionRecords,
    choiceRecords,
    completedModuleRecords,
    programmeCompletionRecords,
    ...[selfStudyRecords, tutorRecords],
  ],
]

/**
 * The modules with endpoints, words or jobs, in order. Those of facts alone (competence, mentoring, communities,
 * talent, staffing) declare terms (vocabulary.ts) and sheets (sheets.ts).
 */
const working: readonly Module[] = [
  identityModule(findAccountBySnils),
  registryModule(sheets, [snapshotHolder], personRecords),
  privacyModule(personalData),
  populationModule(vocabulary),
  indicatorsModule(vocabulary),
  documentsModule(talks, learningBook),
  activitiesModule(vocabulary),
  decisionsModule(vocabulary),
  operationModule,
]

/** The journal and home come last: they put together what the others know, names of things and what people have to do. */
export const modules: readonly Module[] = [...working, journalModule(working), homeModule(working, vocabulary)]
