import { Refusal } from '../../../platform/errors.ts'
import {
  type CommandContext,
  command,
  type QueryContext,
  query,
  type RequestContext,
  type Route,
} from '../../../platform/http/route.ts'
import { WORKBOOK_TYPE } from '../../../platform/spreadsheets/index.ts'
import { takeAway } from '../../registry/index.ts'
import { refuseUnknownEvent, scopeOfEvent } from '../events/events.scope.ts'
import { refuseUnknownSeries, scopeOfSeries } from '../events/series.routes.ts'
import { findWaiting } from './answering.repo.ts'
import * as answering from './answering.ts'
import * as contract from './feedback.contract.ts'
import { findForm, insertForm, type KeptForm } from './forms.repo.ts'
import { keepQuestions, sayQuestion } from './questions.ts'
import { type Asking, findAskingsOfEvent, findAskingsOfSeries } from './results.repo.ts'
import { tellResults } from './results.ts'
import { feedbackWorkbook } from './results.workbook.ts'

export const feedbackRoutes: readonly Route[] = [
  query(contract.getFeedbackForm, {
    may: 'event.read',
    run: async (context, { query: { stage } }) => tellForm(context, stage, await findForm(context.db, stage)),
  }),
  command(contract.changeFeedbackForm, {
    may: 'classifier.manage',
    over: async () => 'district',
    run: async (context, { body: { stage, questions } }) => {
      const { tx, tenant, note, language, expectedVersion } = context
      const before = await findForm(tx, stage)
      note({ kind: 'district', id: tenant ?? 0, details: { stage, questions: questions.length } })
      const form = {
        edition: expectedVersion + 1,
        questions: keepQuestions(questions, before.questions, language),
      }
      if (before.edition !== expectedVersion || !(await insertForm(tx, stage, form))) {
        throw new Refusal('version_conflict', 'version_conflict')
      }
      return tellForm(context, stage, form)
    },
  }),
  query(contract.listMyFeedback, {
    may: 'enrolment.own',
    run: async (context) => {
      const waiting = await findWaiting(context.db, context.reach.people, context.today)
      return { items: waiting.map((one) => answering.tellRequest(one, context)), total: waiting.length }
    },
  }),
  query(contract.getMyFeedback, {
    may: 'enrolment.own',
    over: answering.scopeOfRequest,
    run: async (context, { params }) =>
      answering.tellRequest(await answering.getRequest(context.db, context, params.id), context),
  }),
  command(contract.answerMyFeedback, {
    may: 'enrolment.own',
    over: answering.scopeOfRequest,
    own: true,
    // A fingerprint of a few marks under one’s account would give them away.
    secret: true,
    run: (context, { params, body }) => answering.answer(context, params.id, body.answers),
  }),
  command(contract.dismissMyFeedback, {
    may: 'enrolment.own',
    over: answering.scopeOfRequest,
    own: true,
    run: (context, { params }) => answering.dismiss(context, params.id),
  }),
  query(contract.listEventFeedback, {
    may: 'event.manage',
    over: scopeOfEvent,
    run: async (context, { params: { id } }) => {
      await refuseUnknownEvent(context.db, id)
      return await tellList(context, await findAskingsOfEvent(context.db, id))
    },
  }),
  command(contract.exportEventFeedback, {
    may: 'event.manage',
    over: scopeOfEvent,
    run: async (context, { params: { id } }) => {
      await refuseUnknownEvent(context.tx, id)
      const taken = { action: contract.exportEventFeedback.id, kind: 'event', id }
      return await takeFile(context, taken, await findAskingsOfEvent(context.tx, id))
    },
  }),
  query(contract.listSeriesFeedback, {
    may: 'event.manage',
    over: scopeOfSeries,
    run: async (context, { params: { id } }) => {
      await refuseUnknownSeries(context.db, id)
      return await tellList(context, await findAskingsOfSeries(context.db, id))
    },
  }),
  command(contract.exportSeriesFeedback, {
    may: 'event.manage',
    over: scopeOfSeries,
    run: async (context, { params: { id } }) => {
      await refuseUnknownSeries(context.tx, id)
      const taken = { action: contract.exportSeriesFeedback.id, kind: 'classifier_value', id }
      return await takeFile(context, taken, await findAskingsOfSeries(context.tx, id))
    },
  }),
]

function tellForm(
  { language, reachAlso }: RequestContext,
  stage: contract.Stage,
  { edition, questions }: KeptForm,
): contract.FeedbackForm {
  const can: 'change'[] = reachAlso('classifier.manage')?.district ? ['change'] : []
  return { version: edition, stage, questions: questions.map((one) => sayQuestion(one, language)), can }
}

async function tellList(context: QueryContext, askings: readonly Asking[]) {
  const items = await tellResults(context, askings)
  return { items, total: items.length }
}

type Taken = { readonly action: string; readonly kind: string; readonly id: number }

async function takeFile(context: CommandContext, taken: Taken, askings: readonly Asking[]) {
  const { tx, services, language, today } = context
  const results = await tellResults({ db: tx, today, language }, askings)
  await takeAway(context, { ...taken, rows: results.reduce((all, { shown }) => all + shown, 0) })
  const content = await feedbackWorkbook(results, services.translator, language)
  return { fileName: `feedback-${today}.xlsx`, mediaType: WORKBOOK_TYPE, content }
}
