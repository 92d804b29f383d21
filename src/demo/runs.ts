import { addDays, type Day } from './days.ts'
import { beginEvent, personOf } from './past.ts'
import { meetingDays, type Planned, programmeCalled, type Registered } from './planning.ts'
import type { Visitor } from './visitor.ts'

type Running = {
  readonly methodist: Visitor
  /** Who chooses a module on the phone. */
  readonly teacher: Visitor
  readonly today: Day
}
type Meeting = { readonly id: number; readonly day: Day; readonly isMarked: boolean }
type Learner = { readonly person: { readonly id: number } }
type Group = { readonly event: Planned; readonly people: readonly number[]; readonly meetings: readonly Meeting[] }

const CHOOSING = 'с модулем на выбор'
const HOURS = { from: '14:30', until: '18:30' }
const SENT_FOR = 'По плану курсов школы'
/** Who comes to halves of the meetings only, in minutes of one. */
const HALF = 120
/** Those who gather a programme module by module, by how many of them come to each. */
const GATHERING = [8, 8, 5]

/**
 * Runs in every state: one that is closed with documents, one that nobody has closed, one in the middle of it, runs of single
 * modules that some have gathered, and one ahead whose learners choose.
 */
export async function holdRuns({ methodist, teacher, today }: Running): Promise<void> {
  const { total } = await methodist.get(
    `/api/events?size=1&state=announced&state=held&q=${encodeURIComponent(CHOOSING)}`,
  )
  if (total > 0) return
  const marking = await programmeCalled(methodist, 'Формирующее оценивание на уроке')
  const reading = await programmeCalled(methodist, 'Работа с текстом на каждом уроке')
  const begin = (run: Run) => beginRun(methodist, today, run)

  const first = await begin({ programme: marking, name: 'первая группа', back: 36, meetings: 6, sent: 16, page: 1 })
  await endRun(methodist, first)

  const second = await begin({ programme: marking, name: 'вторая группа', back: 21, meetings: 6, sent: 12, page: 2 })
  await attend(methodist, second, second.meetings)
  await examine(methodist, second)

  const third = await begin({ programme: marking, name: 'третья группа', back: 9, meetings: 8, sent: 15, page: 3 })
  await attend(
    methodist,
    third,
    third.meetings.filter(({ day }) => day < today),
  )
  await leave(methodist, third, today)

  await gatherModules(methodist, today, reading)
  const ahead = await begin({
    ...{ programme: reading, name: CHOOSING, back: -16, meetings: 4, sent: 9, page: 5 },
    people: [await personOf(teacher)],
  })
  await chooseFor(methodist, ahead, reading)
}

type Run = {
  readonly programme: Registered
  readonly name: string
  /** How many days ago it began; below zero, it is ahead. */
  readonly back: number
  readonly meetings: number
  readonly sent: number
  readonly page: number
  readonly moduleIds?: readonly number[]
  readonly people?: readonly number[]
}

async function beginRun(methodist: Visitor, today: Day, run: Run): Promise<Group> {
  const { programme, name, back, meetings: count, sent, page, moduleIds = [], people = [] } = run
  const event = await beginEvent(methodist, today, {
    said: {
      title: `${programme.title}: ${name}`,
      ...{ programmeId: programme.id, moduleIds, place: 'Кабинет 3', seats: 25 },
    },
    form: 'курсы повышения квалификации',
    ...{ days: meetingDays(addDays(today, -back), count), hours: HOURS, people, sent, page, reason: SENT_FOR },
  })
  const { meetings } = await methodist.get(`/api/events/${event.id}/run`)
  const { items } = await methodist.get(`/api/events/${event.id}/learners?size=50&sort=name`)
  return { event, meetings, people: (items as readonly Learner[]).map(({ person }) => person.id) }
}

/** Module by module, each in a run of its own. */
async function gatherModules(methodist: Visitor, today: Day, programme: Registered): Promise<void> {
  const everybody = programme.modules.filter(({ elective }) => !elective)
  const [chosen] = programme.modules.filter(({ elective }) => elective)
  let people: readonly number[] = []
  for (const [at, module] of [...everybody, ...(chosen === undefined ? [] : [chosen])].entries()) {
    const count = GATHERING[at] ?? 0
    const group = await beginRun(methodist, today, {
      ...{ programme, name: `модуль ${at + 1}`, back: 60 - at * 14, meetings: 1, page: 4 },
      ...{ moduleIds: [module.id], people: people.slice(0, count), sent: at === 0 ? count : 0 },
    })
    people = at === 0 ? group.people : people
    await close(methodist, group.event, null)
  }
}

/** A few have said which module they take; the rest still choose. */
async function chooseFor(methodist: Visitor, { event, people }: Group, { modules }: Registered): Promise<void> {
  for (const [at, { id }] of modules.filter(({ elective }) => elective).entries()) {
    const personIds = people.slice(at * 2 + 1, at * 2 + 3)
    await methodist.send('POST', `/api/events/${event.id}/run/electives/choices`, { personIds, moduleIds: [id] })
  }
}

/** All but the last two are there the whole time. */
async function attend(methodist: Visitor, { event, people }: Group, meetings: readonly Meeting[]): Promise<void> {
  for (const [nth, { id, isMarked }] of meetings.entries()) {
    if (isMarked) continue
    const marks = people.flatMap((personId, at) => {
      if (at === people.length - 1 && nth > 0) return []
      return [{ personId, here: true, ...(at === people.length - 2 && { minutes: nth % 2 === 0 ? HALF : 0 }) }]
    })
    await methodist.send('POST', `/api/events/${event.id}/meetings/${id}/marks`, { marks })
  }
}

/** The final work: one has to try again. */
async function examine(methodist: Visitor, { event, people, meetings }: Group): Promise<void> {
  const { total } = await methodist.get(`/api/events/${event.id}/examinations`)
  if (total > 0) return
  const heldOn = lastDay({ event, meetings })
  const { id } = await methodist.send('POST', `/api/events/${event.id}/examinations`, {
    ...{ title: 'Итоговая работа: урок и его разбор', kind: 'final', heldOn },
    examiners: [{ outside: 'В. С. Мелехова', organisation: 'Институт развития образования' }],
  })
  await methodist.send('POST', `/api/examinations/${id}/results`, {
    on: heldOn,
    results: people.map((personId, at) => ({ personId, outcome: at === 1 ? 'not_credited' : 'credited' })),
  })
}

async function leave(methodist: Visitor, { event, people }: Group, today: Day): Promise<void> {
  const [, , person] = people
  const { items } = await methodist.get(`/api/events/${event.id}/learners?standing=left&size=1`)
  if (items.length > 0) return
  const said = { leftOn: addDays(today, -2), reason: 'Длительный больничный, доучится весной' }
  await methodist.send('POST', `/api/events/${event.id}/learners/${person}/leaving`, said)
}

const lastDay = ({ event, meetings }: Omit<Group, 'people'>): Day => meetings.at(-1)?.day ?? event.heldOn

type Series = { readonly id: number; readonly kind: string }

/** As its rule would have it, with удостоверения. */
async function endRun(methodist: Visitor, group: Group): Promise<void> {
  await attend(methodist, group, group.meetings)
  await examine(methodist, group)
  const { items: series } = await methodist.get('/api/document-series')
  const { items: signatories } = await methodist.get('/api/document-signatories')
  const seriesId = (series as readonly Series[]).find(({ kind }) => kind === 'upskilling')?.id
  await close(methodist, group.event, { seriesId, signatoryId: signatories[0].id, issuedOn: lastDay(group) })
}

type Shown = { readonly items: readonly (Learner & { readonly completes: boolean })[] }

async function close(methodist: Visitor, { id }: Planned, documents: object | null): Promise<void> {
  const { state, version } = await methodist.get(`/api/events/${id}`)
  if (state !== 'announced') return
  const { items } = (await methodist.send('POST', `/api/events/${id}/run/closing/open`)) as Shown
  const completing = items.flatMap(({ completes, person }) => (completes ? [person.id] : []))
  await methodist.send('POST', `/api/events/${id}/run/closing`, { completing, documents }, version)
}
