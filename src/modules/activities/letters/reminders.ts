import type { Database, ReadDb, Tx } from '../../../platform/db/db.ts'
import { notify } from '../../../platform/notifications.ts'
import { pageOfEvent } from '../enrolment/enrolment.news.ts'
import { findRecipients, findZone, type Recipient, writeLetters } from './letters.repo.ts'
import type { Quiet } from './quiet.contract.ts'
import { localOf, reminderMoment } from './quiet.ts'
import { type Coming, findComing } from './reminders.repo.ts'

const LEADS = [
  { kind: 'day_before', hours: 24 },
  { kind: 'hour_before', hours: 1 },
] as const
type Kind = (typeof LEADS)[number]['kind']

type Reminder = Coming & { readonly account: number; readonly hasAddress: boolean; readonly kind: Kind }

/** Reminds everybody of what they come to, a day and an hour before, as they want it; each of them once. */
export async function remind(database: Database, now = new Date()): Promise<void> {
  const districts = await database.reader(null).selectFrom('registry.district').select('id').orderBy('id').execute()
  for (const { id } of districts) {
    const { due, zone } = await findDue(database.reader(id), now)
    for (const one of due) await database.write(id, (tx) => remindOne(tx, one, zone))
  }
}

async function findDue(db: ReadDb, now: Date): Promise<{ due: Reminder[]; zone: string }> {
  const coming = await findComing(db)
  const recipients = await findRecipients(db, [...new Set(coming.map(({ person }) => person))])
  const byPerson = new Map(recipients.map((one) => [one.person, one]))
  const zone = await findZone(db)
  const momentOf = remembered((begins, hours, quiet) => reminderMoment({ begins, hours, quiet, zone }))
  const due = coming.flatMap((one) => {
    const recipient = byPerson.get(one.person)
    if (recipient === undefined || recipient.account === null) return []
    const { account, hasAddress, quiet } = recipient
    return LEADS.filter(({ kind, hours }) => {
      const moment = momentOf(one.begins, hours, quiet)
      return wants(recipient, kind) && moment <= now && moment >= one.since
    }).map(({ kind }) => ({ ...one, account, hasAddress, kind }))
  })
  return { due, zone }
}

const wants = ({ dayBefore, hourBefore }: Recipient, kind: Kind): boolean =>
  kind === 'day_before' ? dayBefore : hourBefore

type MomentOf = (begins: Date, hours: number, quiet: Quiet) => Date

/** A hall of people shares a few moments. */
function remembered(find: MomentOf): MomentOf {
  const known = new Map<string, Date>()
  return (begins, hours, quiet) => {
    const key = [begins.getTime(), hours, quiet.from, quiet.until, quiet.daysOff].join(' ')
    const found = known.get(key) ?? find(begins, hours, quiet)
    known.set(key, found)
    return found
  }
}

async function remindOne(tx: Tx, { event, begins, account, hasAddress, kind }: Reminder, zone: string): Promise<void> {
  const { day, time } = localOf(begins, zone)
  const once = `${kind}-${event}-${begins.toISOString()}`
  const link = pageOfEvent(event)
  await notify(tx, [account], { kind: 'activities:event_soon', link, details: { event, day, time }, once })
  if (hasAddress) await writeLetters(tx, { event, kind }, [{ account, once, begins, dueAt: new Date() }])
}
