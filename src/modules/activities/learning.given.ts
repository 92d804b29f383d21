import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/db/db.ts'
import type { LearningBook } from '../documents/index.ts'
import { enterLearning, strikeLearning } from './learning.repo.ts'
import { findTaught } from './modules/gathered.repo.ts'

type Given = Parameters<LearningBook['revoke']>[1]

/** What somebody completed, whose document it is, with the row of learning that came of it. */
type Held = {
  readonly programme: number
  readonly topic: number | null
  readonly isAlone: boolean
  /** Only some modules: no learning came of it. */
  readonly isPart: boolean
  readonly learning: number | null
  /** As it is on record. */
  readonly hours: number | null
  readonly startsOn: string | null
  readonly endsOn: string | null
  readonly title: string | null
}

type Holder = {
  readonly from: RawBuilder<unknown>
  readonly said: RawBuilder<unknown>
  readonly row: RawBuilder<unknown>
}

/** Where it is kept what a document was given for; undefined where no learning comes of it. */
function holderOf({ source: { kind, id }, person }: Given): Holder | undefined {
  if (kind === 'event')
    return {
      from: sql`activities.completion h join activities.event e on e.id = h.event_id`,
      said: sql`e.programme_id as programme, e.topic_id as topic, false as "isAlone",
        exists (select from activities.run_module r where r.event_id = e.id) as "isPart"`,
      row: sql`h.event_id = ${id} and h.person_id = ${person} and h.completed`,
    }
  if (kind === 'programme')
    return {
      from: sql`activities.programme_completion h`,
      said: sql`h.programme_id as programme, null::bigint as topic, false as "isAlone", false as "isPart"`,
      row: sql`h.programme_id = ${id} and h.person_id = ${person}`,
    }
  if (kind === 'self_study')
    return {
      from: sql`activities.self_study h`,
      said: sql`h.programme_id as programme, null::bigint as topic, true as "isAlone", h.is_part as "isPart"`,
      row: sql`h.id = ${id} and h.person_id = ${person} and h.state = 'finished'`,
    }
  return undefined
}

async function lockHeld(tx: Tx, { from, said, row }: Holder): Promise<Held | undefined> {
  const { rows } = await sql<Held>`
    select ${said}, h.learning_id as learning, l.hours::float8 as hours, l.starts_on as "startsOn", l.ends_on as "endsOn",
      v.label as title
    from ${from} left join activities.learning l on l.id = h.learning_id
    left join registry.classifier_value v on v.id = l.programme_id
    where ${row} for update of h`.execute(tx)
  return rows[0]
}

const keep = (tx: Tx, { source, person }: Given, learning: number | null): Promise<unknown> => {
  const { id } = source
  if (source.kind === 'event')
    return sql`update activities.completion set learning_id = ${learning}
      where event_id = ${id} and person_id = ${person}`.execute(tx)
  if (source.kind === 'programme')
    return sql`update activities.programme_completion set learning_id = ${learning}
      where programme_id = ${id} and person_id = ${person}`.execute(tx)
  return sql`update activities.self_study set learning_id = ${learning} where id = ${id}`.execute(tx)
}

/** What a file has told of the same stays: it is not of the document. */
export const revokeGiven: LearningBook['revoke'] = async (tx, given) => {
  const holder = holderOf(given)
  const held = holder && (await lockHeld(tx, holder))
  if (held === undefined || held.learning === null) return
  await keep(tx, given, null)
  await strikeLearning(tx, held.learning)
}

export const restoreGiven: LearningBook['restore'] = async (tx, given, says) => {
  const holder = holderOf(given)
  const held = holder && (await lockHeld(tx, holder))
  if (held === undefined || held.isPart) return
  const { learning, programme, topic, isAlone, ...stood } = held
  const { programme: title, hours, startsOn, endsOn } = says
  const isSame =
    stood.title === title && stood.hours === hours && stood.startsOn === startsOn && stood.endsOn === endsOn
  if (learning !== null && isSame) return
  const taught = await findTaught(tx, programme)
  if (taught === undefined) return
  if (learning !== null) await strikeLearning(tx, learning)
  const entered = await enterLearning(tx, given.person, {
    ...{ kind: taught.kind, form: isAlone ? 'self' : taught.form, provider: taught.provider },
    ...{ ...says, topic: topic ?? taught.topic },
  })
  await keep(tx, given, entered)
}
