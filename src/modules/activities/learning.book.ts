import { sql } from 'kysely'
import type { LearningBook } from '../documents/index.ts'
import { findOrAddValue, textKey } from '../registry/index.ts'

/** Compared by letters and digits; a digit or two say nothing. */
const BARE = sql`nullif(substring(regexp_replace(lower(l.document_number), '[^0-9a-zа-яё]', '', 'g') from '^.{3,}$'), '')`

/** Rows of learning as told by people and confirmed; those of files stay the files' own. */
export const learningBook: LearningBook = {
  async findSame(db, people, { programme, provider, startsOn, endsOn, number }) {
    const { rows } = await sql<{ title: string; startsOn: string; endsOn: string; number: string | null }>`
      select p.label as title, l.starts_on as "startsOn", l.ends_on as "endsOn", l.document_number as number
      from activities.learning l
      join registry.classifier_value p on p.id = l.programme_id
      join registry.classifier_value v on v.id = l.provider_id
      where l.person_id = any (${[...people]}::bigint[])
        and (${BARE} = regexp_replace(lower(${number}::text), '[^0-9a-zа-яё]', '', 'g')
          or (p.key = ${textKey(programme)} and v.key = ${textKey(provider)}
            and l.starts_on = ${startsOn} and l.ends_on = ${endsOn}))
      order by l.ends_on desc limit 10`.execute(db)
    return rows
  },
  async enter(tx, person, { kind, form, programme, provider, hours, startsOn, endsOn, number }) {
    const [programmeId, providerId] = [
      await findOrAddValue(tx, 'programme', programme),
      await findOrAddValue(tx, 'provider', provider),
    ]
    const row = await tx
      .insertInto('activities.learning')
      .values({
        ...{ person_id: person, programme_id: programmeId, provider_id: providerId, kind, form, hours: String(hours) },
        ...{ starts_on: startsOn, ends_on: endsOn, document_number: number },
      })
      .onConflict((c) => c.doNothing())
      .returning('id')
      .executeTakeFirst()
    return row?.id ?? null
  },
  async strike(tx, id) {
    await sql`delete from activities.learning where id = ${id} and source_id is null`.execute(tx)
  },
}
