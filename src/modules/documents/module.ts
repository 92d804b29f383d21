import type { Module } from '../../platform/module.ts'
import { askedForPapers } from './asked.ts'
import { checkingRoutes } from './checking/checking.routes.ts'
import { claimNames } from './claims/claim.names.ts'
import { claimRoutes } from './claims/claims.routes.ts'
import { certificateTasks, claimTasks } from './claims/claims.tasks.ts'
import type { WorkOnRecord } from './claims/work.on.record.ts'
import { seedDeeds } from './elsewhere/deeds.seed.ts'
import { elsewhereNames } from './elsewhere/elsewhere.names.ts'
import { elsewhereRoutes } from './elsewhere/elsewhere.routes.ts'
import { elsewhereTasks } from './elsewhere/elsewhere.tasks.ts'
import type { LearningBook } from './elsewhere/learning.book.ts'
import { remindOfFederal, remindOfFederalHandler } from './federal/federal.jobs.ts'
import { federalRoutes } from './federal/federal.routes.ts'
import { federalFileNames, federalTasks } from './federal/federal.tasks.ts'
import { letterheadRoutes } from './letterhead/letterhead.routes.ts'
import { documentsMessages } from './messages.ts'
import { documentNames, seriesNames, signatoryNames } from './register/document.names.ts'
import { documentRoutes } from './register/documents.routes.ts'
import { printBatch, printBatchHandler } from './register/printing.jobs.ts'
import { seriesRoutes } from './series/series.routes.ts'
import { signatoryRoutes } from './signatories/signatories.routes.ts'

/** Documents a district gives, work people claim and what they did elsewhere; what later modules have on record of both is handed in: numbers, letterhead, signatures, the register, and the proof that a paper is good. */
export const documentsModule = (workOnRecord: WorkOnRecord, book: LearningBook): Module => ({
  name: 'documents',
  messages: documentsMessages,
  routes: [
    ...[...documentRoutes(book), ...letterheadRoutes, ...signatoryRoutes, ...seriesRoutes, ...checkingRoutes],
    ...[...claimRoutes(workOnRecord), ...elsewhereRoutes(book), ...federalRoutes],
  ],
  jobs: [printBatch, remindOfFederal],
  jobHandlers: (services) => [printBatchHandler(services), remindOfFederalHandler(services)],
  names: {
    document: documentNames,
    document_series: seriesNames,
    document_signatory: signatoryNames,
    claim: claimNames,
    deed: elsewhereNames,
    federal_file: federalFileNames,
  },
  tasks: [claimTasks, certificateTasks, elsewhereTasks, federalTasks],
  asks: askedForPapers,
  seedDistrict: seedDeeds,
})
