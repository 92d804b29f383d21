import { z } from 'zod'
import { Day, endpoint, Id, IdParams } from '../../../../platform/contract.ts'
import { MODULE_FORMS } from '../../programmes/programmes.contract.ts'

const Elective = z.object({ id: Id, title: z.string(), hours: z.number(), form: z.enum(MODULE_FORMS) })

const choosing = {
  /** Of the elective modules a learner takes so many. */
  take: z.int(),
  /** The last day on which learners choose. */
  chooseBy: z.iso.date(),
}

/** As a learner sees them. */
export const OwnElectives = z.object({
  ...choosing,
  modules: z.array(Elective.extend({ isChosen: z.boolean() })),
  /** Who holds the run chose for them. */
  isChosenByHolder: z.boolean(),
  can: z.array(z.enum(['choose'])),
})
export type OwnElectives = z.infer<typeof OwnElectives>

/** As whoever holds the run sees them. */
const Electives = z.object({
  ...choosing,
  /** The day was set; else it is that on which the run begins. */
  isDaySet: z.boolean(),
  /** With how many of the group take each. */
  modules: z.array(Elective.extend({ takers: z.int() })),
  /** Who is in the group and has not chosen as many as they take. */
  unchosen: z.int(),
  can: z.array(z.enum(['choose', 'remind'])),
})
export type Electives = z.infer<typeof Electives>

const modules = z.array(Id).max(50)

export const chooseElectives = endpoint({
  id: 'chooseElectives',
  method: 'post',
  path: '/api/my/runs/{id}/electives',
  summary: 'Choose which elective modules of a course one takes, in the place of what was chosen before',
  params: IdParams,
  body: z.strictObject({ moduleIds: modules }),
  reply: OwnElectives,
})

export const getElectives = endpoint({
  id: 'getElectives',
  method: 'get',
  path: '/api/events/{id}/run/electives',
  summary: 'The elective modules of a run: how many take each, who has not chosen, and until when they may',
  params: IdParams,
  reply: Electives,
})

/** More than any group. */
const MOST = 5_000

export const chooseForLearners = endpoint({
  id: 'chooseForLearners',
  method: 'post',
  path: '/api/events/{id}/run/electives/choices',
  summary: 'Choose elective modules for learners of a run, until it is closed; they are told',
  params: IdParams,
  body: z.strictObject({
    /** Null: all who have not chosen. */
    personIds: z.array(Id).min(1).max(MOST).nullable(),
    moduleIds: modules.min(1),
  }),
  reply: Electives,
})

export const setChoiceDay = endpoint({
  id: 'setChoiceDay',
  method: 'post',
  path: '/api/events/{id}/run/electives/day',
  summary: 'Until which day learners of a run choose; null: until the day it begins',
  params: IdParams,
  body: z.strictObject({ chooseBy: Day.nullable() }),
  reply: Electives,
})

export const remindToChoose = endpoint({
  id: 'remindToChoose',
  method: 'post',
  path: '/api/events/{id}/run/electives/reminder',
  summary: 'Remind the learners of a run who have not chosen their elective modules',
  params: IdParams,
  reply: z.object({ told: z.int() }),
})
