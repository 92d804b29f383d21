import { accessMatrix } from '../../../access-matrix.ts'
import { type Actor, rolesWith } from '../../../platform/access/access.ts'
import type { ReadDb } from '../../../platform/db/db.ts'
import { invalidField, Refusal } from '../../../platform/errors.ts'
import { type CommandContext, command, query, type RequestContext, type Route } from '../../../platform/http/route.ts'
import { addDays } from '../../population/index.ts'
import { findRoleHolders } from '../../registry/index.ts'
import * as contract from './questions.contract.ts'
import { tellOther } from './questions.news.ts'
import * as repo from './questions.repo.ts'

/** Whoever answers for figures somewhere. */
const ADDRESSED = ['head', 'school_methodist', 'methodist', 'department', 'directorate', 'psychologist'] as const

export const questionRoutes: readonly Route[] = [
  query(contract.listQuestions, {
    may: 'signed-in',
    run: async (context, { query }) => {
      const { db, actor, today } = context
      if (actor.tenant === null || actor.account === null) return { items: [], total: 0, open: 0, overdue: 0 }
      const found = await repo.findQuestions(db, { ...query, account: actor.account, today })
      return { ...found, items: found.items.map((one) => tell(one, context)) }
    },
  }),
  query(contract.listAddressees, {
    may: 'question.ask',
    run: async ({ db }) => ({ items: await repo.findAddressees(db, ADDRESSED) }),
  }),
  command(contract.askQuestion, {
    may: 'question.ask',
    run: async (context, { body }) => {
      const { tx, actor, today, note } = context
      if (body.dueOn < today) throw invalidField('dueOn', 'day_past')
      const indicator = await repo.findIndicatorId(tx, body.code)
      if (indicator === undefined) throw invalidField('code', 'reference_unknown')
      const [addressee] = await repo.findAddressees(tx, ADDRESSED, body.addresseeId)
      if (addressee === undefined) throw invalidField('addresseeId', 'reference_unknown')
      const { date, text, dueOn } = body
      const of = { indicator, date, slice: body.slice ?? '', key: body.key ?? '' }
      const id = await repo.insertQuestion(tx, { of, text, dueOn, askedBy: actor.account, addressee: addressee.id })
      note({ kind: 'question', id, details: { indicator, addressee: addressee.id } })
      return await told(context, id, 'asked')
    },
  }),
  // Nobody but oneself is asked about here: the person is that of the asker's own grant.
  command(contract.askAboutRecord, {
    may: 'record.question',
    run: async (context, { body }) => {
      const { tx, actor, reach, today, note } = context
      const [person] = reach.people
      if (person === undefined) throw new Refusal('not_found', 'not_found')
      const centre = await findRoleHolders(tx, rolesWith(accessMatrix, 'person.manage', 'district'))
      const addressee = await repo.findLeastAsked(tx, centre)
      if (addressee === undefined) throw new Refusal('conflict', 'nobody_to_ask')
      const { about, text } = body
      const dueOn = addDays(today, RECORD_DAYS)
      const id = await repo.insertQuestion(tx, {
        of: { person, about },
        ...{ text, dueOn, askedBy: actor.account, addressee },
      })
      note({ kind: 'question', id, details: { person, addressee } })
      return await told(context, id, 'asked')
    },
  }),
  command(contract.answerQuestion, {
    may: 'signed-in',
    run: async (context, { params, body }) => {
      await step(context, params.id, 'answer', { answer: body.answer, answered_at: new Date() })
      return await told(context, params.id, 'answered')
    },
  }),
  command(contract.closeQuestion, {
    may: 'signed-in',
    run: (context, { params }) => step(context, params.id, 'close', { closed_at: new Date() }),
  }),
  command(contract.reopenQuestion, {
    may: 'signed-in',
    run: async (context, { params }) => {
      await step(context, params.id, 'reopen', { closed_at: null })
      await told(context, params.id, 'reopened')
    },
  }),
]

/** Within what the law on personal data gives (seven working days, 152-ФЗ, article 20, part 3). */
const RECORD_DAYS = 7

/** The question as it is now, of which the other one has been told. */
async function told(
  context: CommandContext,
  id: number,
  happened: 'asked' | 'answered' | 'reopened',
): Promise<contract.Question> {
  const question = await getOwn(context.tx, context.actor, id)
  await tellOther(context, question, happened)
  return tell(question, context)
}

type Step = Parameters<typeof repo.updateQuestion>[3]

async function step(context: CommandContext, id: number, name: contract.Question['can'][number], set: Step) {
  const { tx, actor, note, expectedVersion } = context
  const question = await getOwn(tx, actor, id)
  if (!stepsOf(question, actor).includes(name)) throw new Refusal('conflict', 'question_state')
  note({ kind: 'question', id })
  if (!(await repo.updateQuestion(tx, id, expectedVersion, set))) {
    throw new Refusal('version_conflict', 'version_conflict')
  }
}

/** A question is between two people: for everybody else it is not there. */
async function getOwn(db: ReadDb, { account, tenant }: Actor, id: number): Promise<repo.StoredQuestion> {
  const found = tenant === null ? undefined : await repo.findQuestion(db, id)
  const isTheirs = found !== undefined && account !== null && [found.askedById, found.addresseeId].includes(account)
  if (!isTheirs) throw new Refusal('not_found', 'not_found')
  return found
}

/** Who was asked answers; who asked says when that is enough. */
function stepsOf(question: repo.StoredQuestion, { account }: Actor): contract.Question['can'] {
  const isClosed = question.closedAt !== null
  return [
    ...(question.addresseeId === account && !isClosed ? (['answer'] as const) : []),
    ...(question.askedById === account ? [isClosed ? ('reopen' as const) : ('close' as const)] : []),
  ]
}

function tell(
  question: repo.StoredQuestion,
  { actor, today, language }: Pick<RequestContext, 'actor' | 'today' | 'language'>,
): contract.Question {
  const { askedById: _, addresseeId: __, indicator, slice, key, ...same } = question
  const { answeredAt, closedAt, dueOn } = question
  return {
    ...same,
    indicator: indicator && { code: indicator.code, title: indicator[language] },
    slice: slice === '' ? null : slice,
    key: key === '' ? null : key,
    overdue: answeredAt === null && closedAt === null && dueOn < today,
    can: stepsOf(question, actor),
  }
}
