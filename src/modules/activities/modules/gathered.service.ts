import type { ReadDb } from '../../../platform/db/db.ts'
import { invalidField, Refusal } from '../../../platform/errors.ts'
import type { CommandContext } from '../../../platform/http/route.ts'
import { notify } from '../../../platform/notifications.ts'
import { issuePapers } from '../../documents/index.ts'
import { findAccountsOf } from '../enrolment/enrolment.repo.ts'
import { enterLearning } from '../learning.repo.ts'
import { lockProgramme } from '../programmes/programmes.repo.ts'
import { aboutOf } from '../runs/closing/about.ts'
import { findNumbers } from '../runs/closing/closing.repo.ts'
import { paperFor } from '../runs/closing/closing.rules.ts'
import type { giveForModules as giveContract } from './gathered.contract.ts'
import * as repo from './gathered.repo.ts'

type Body = NonNullable<(typeof giveContract)['$in']>['body']
type Given = { readonly given: number; readonly known: number; readonly batch: number | null }

/** Faults: 404 outside the register. */
export async function getTaught(db: ReadDb, programme: number): Promise<repo.Taught> {
  const taught = await repo.findTaught(db, programme)
  if (taught === undefined) throw new Refusal('not_found', 'not_found')
  return taught
}

/** All of it or nothing. Faults: 404; 409 where somebody has not gathered all, or has what there is; as `issuePapers`. */
export async function giveForModules(
  context: CommandContext,
  programme: number,
  { personIds, documents }: Body,
): Promise<Given> {
  const { tx, services, tenant, actor, today, note } = context
  if (tenant === null) throw new Error('documents belong to a district')
  await lockProgramme(tx, programme)
  const taught = await getTaught(tx, programme)
  const people = [...new Set(personIds)]
  note({ kind: 'programme', id: programme, details: { people } })
  const gathered = await repo.findGatheredOf(tx, programme, people)
  if (gathered.length !== people.length) throw new Refusal('conflict', 'gathered_changed')
  const { seriesId, signatoryId, issuedOn } = documents
  if (gathered.some(({ endsOn }) => issuedOn < endsOn)) throw invalidField('issuedOn', 'before_end_of_run')
  const kind = paperFor(taught.kind, taught.hours)
  const source = { kind: 'programme', id: programme } as const
  const { batch, given } = await issuePapers(
    { tx, services, tenant, account: actor.account, today },
    {
      ...{ kind, seriesId, signatoryId, issuedOn },
      papers: gathered.map(({ person, startsOn, endsOn }) => ({
        ...{ person, source, about: aboutOf(kind, { ...taught, startsOn, endsOn }, documents) },
      })),
    },
  )
  const numbers = await findNumbers(tx, source)
  const completed = []
  for (const { person, startsOn, endsOn } of gathered) {
    const { title, topic, provider, form, hours } = taught
    const learning = await enterLearning(tx, person, {
      ...{ kind: taught.kind, form, programme: title, provider, hours, startsOn, endsOn, topic },
      number: numbers.get(person) ?? null,
    })
    completed.push({ person, endsOn, learning })
  }
  await repo.insertProgrammeCompletions(tx, { programme, batch }, completed)
  const accounts = [...(await findAccountsOf(tx, people)).values()].flat()
  await notify(tx, accounts, { kind: 'activities:programme_gathered', link: '/my/documents', details: { programme } })
  return { given, batch, known: completed.filter(({ learning }) => learning === null).length }
}
