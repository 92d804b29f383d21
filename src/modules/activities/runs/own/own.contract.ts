import { z } from 'zod'
import { endpoint, Id, listOf, listQuery } from '../../../../platform/contract.ts'
import { EVENT_STATES } from '../../events/events.contract.ts'
import { PROGRAMME_KINDS } from '../../programmes/programmes.contract.ts'
import { RunModule } from '../../programmes/run-module.contract.ts'
import { OwnElectives } from '../electives/electives.contract.ts'
import { EXAMINATION_KINDS, OUTCOMES } from '../examinations/examinations.contract.ts'
import { STANDINGS } from '../group/group.contract.ts'

const OwnRun = z.object({
  eventId: Id,
  title: z.string(),
  state: z.enum(EVENT_STATES),
  programme: z.object({ title: z.string(), kind: z.enum(PROGRAMME_KINDS), hours: z.number() }),
  standing: z.enum(STANDINGS),
  leftOn: z.iso.date().nullable(),
  leftFor: z.string().nullable(),
  leastShare: z.int(),
  minutes: z.int().nullable(),
  share: z.int().nullable(),
  lacking: z.int(),
  /** Null before the run was closed, and to who looks as somebody else. */
  completed: z.boolean().nullable(),
  meetings: z.array(
    z.object({
      id: Id,
      title: z.string(),
      day: z.iso.date(),
      from: z.string(),
      until: z.string(),
      length: z.int(),
      /** Null where nobody was marked at it. */
      minutes: z.int().nullable(),
    }),
  ),
  /** Modules that came on record when it was closed; like what became of it they are one's own. */
  modules: z.array(RunModule),
  /** It carries out only some modules of the programme. */
  isPart: z.boolean(),
  /** Null where the programme leaves nothing to choose. */
  electives: OwnElectives.nullable(),
  examinations: z.array(
    z.object({
      id: Id,
      title: z.string(),
      kind: z.enum(EXAMINATION_KINDS),
      heldOn: z.iso.date(),
      /** Null to who looks as somebody else: what came of it is closed. */
      attempts: z.array(z.object({ on: z.iso.date(), outcome: z.enum(OUTCOMES) })).nullable(),
    }),
  ),
})
export type OwnRun = z.infer<typeof OwnRun>

export const listMyRuns = endpoint({
  id: 'listMyRuns',
  method: 'get',
  path: '/api/my/runs',
  summary: 'Courses one learns or learned on: own minutes at each meeting, and what came of examinations',
  query: listQuery(['starts'], {}).omit({ sort: true }),
  reply: listOf(OwnRun),
})
