import type { Database } from '../../../platform/db/db.ts'
import { notify } from '../../../platform/notifications.ts'
import { addDays } from '../../population/index.ts'
import { findRecipients, findZone, type Recipient, writeLetters } from '../letters/letters.repo.ts'
import { localOf, nextOpen } from '../letters/quiet.ts'
import { findToAsk, findUnasked, insertAsking, insertRequest, type ToAsk } from './asking.repo.ts'
import { STAGES, type Stage } from './feedback.contract.ts'
import { findForm, insertForm } from './forms.repo.ts'

/**
 * How many days behind an event it is asked about, at the latest (who answers for it may be late to say who was there), and
 * for how many days an answer is taken.
 */
export const TIMES: Readonly<
  Record<Stage, { readonly after: number; readonly latest: number; readonly open: number }>
> = {
  end: { after: 0, latest: 30, open: 7 },
  later: { after: 90, latest: 120, open: 14 },
}
const LETTERS = { end: 'feedback', later: 'feedback_later' } as const

/** Asks whoever was at an event how it was, and after three months what came of it: each of them once. */
export async function askForFeedback(database: Database, now = new Date()): Promise<void> {
  const districts = await database.reader(null).selectFrom('registry.district').select('id').orderBy('id').execute()
  for (const { id } of districts) {
    const zone = await findZone(database.reader(id))
    const today = localOf(now, zone).day
    for (const stage of STAGES) await beginAsking(database, id, stage, today)
    await askPeople(database, id, { now, zone, today })
  }
}

async function beginAsking(database: Database, tenant: number, stage: Stage, today: string): Promise<void> {
  const { after, latest, open } = TIMES[stage]
  const db = database.reader(tenant)
  const form = await findForm(db, stage)
  if (form.questions.length === 0) return
  const events = await findUnasked(db, stage, { from: addDays(today, -latest), to: addDays(today, -after) })
  if (events.length === 0) return
  await database.write(tenant, async (tx) => {
    await insertForm(tx, stage, form)
    const asking = { stage, edition: form.edition, askedOn: today, closesOn: addDays(today, open) }
    for (const event of events) await insertAsking(tx, { event, ...asking })
  })
}

type Now = { readonly now: Date; readonly zone: string; readonly today: string }

async function askPeople(database: Database, tenant: number, now: Now): Promise<void> {
  const db = database.reader(tenant)
  const people = await findToAsk(db, now.today)
  const recipients = await findRecipients(db, [...new Set(people.map(({ person }) => person))])
  const byPerson = new Map(recipients.map((one) => [one.person, one]))
  for (const one of people) {
    const recipient = byPerson.get(one.person)
    if (recipient !== undefined) await askOne(database, tenant, one, recipient, now)
  }
}

/** In Rost at once; by a letter when it is not quiet, unless they want none. */
async function askOne(
  database: Database,
  tenant: number,
  one: ToAsk,
  { account, hasAddress, feedback, quiet }: Recipient,
  { now, zone, today }: Now,
): Promise<void> {
  if (account === null) return
  const { event, stage, day } = one
  await database.write(tenant, async (tx) => {
    const request = await insertRequest(tx, one, today)
    if (request === undefined) return
    await notify(tx, [account], {
      kind: `activities:feedback_${stage}`,
      link: `/feedback/${request}`,
      details: { event, day },
    })
    if (!hasAddress || !feedback) return
    const kind = LETTERS[stage]
    const letter = { account, once: `${kind}-${event}`, begins: null, dueAt: nextOpen(now, quiet, zone) }
    await writeLetters(tx, { event, kind }, [letter])
  })
}
