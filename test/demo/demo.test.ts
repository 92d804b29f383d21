/** `./rost demo` as its users have it: filled once, then looked at through the command line and the API. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { ROLES } from '../../src/access-matrix.ts'
import { schoolYearOf, toldUntil } from '../../src/demo/days.ts'
import { makeDistrict } from '../../src/demo/district.ts'
import { FAULT_CODES, WAITING_CODES } from '../../src/demo/faults.ts'
import { writeFolder } from '../../src/demo/folder.ts'
import { NEIGHBOUR } from '../../src/demo/plans.ts'
import { today } from '../../src/platform/clock.ts'
import { cloneDatabase } from '../harness/database.ts'
import { type Finished, rost, type Serving, serve } from '../smoke/rost.process.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 })

const dataFolder = await mkdtemp(join(tmpdir(), 'rost-demo-test-'))
afterAll(() => rm(dataFolder, { recursive: true, force: true }))
const database = await cloneDatabase()
const home = { DATABASE_URL: database.appUrl, DATABASE_MIGRATOR_URL: database.migratorUrl, ROST_DATA: dataFolder }

type Account = { readonly role: string; readonly email: string; readonly password: string }

let made: Finished
let server: Serving
let accounts: Account[]
const until = toldUntil(today('Europe/Moscow'))
const lastYear = schoolYearOf(until) - 1

beforeAll(async () => {
  made = await rost(['demo', '--no-serve', '--json'], home, { limitMs: 170_000 })
  accounts = made.code === 0 ? JSON.parse(made.stdout).accounts : []
  server = await serve(home)
})
afterAll(() => server?.stop())

test('says what it does, and prints an account for each role', () => {
  expect(made.code, made.stderr).toBe(0)
  expect(made.stderr).toContain(`rows of spreadsheets as of ${until}`)
  expect(JSON.parse(made.stdout).district).toBe('demo')
  expect(accounts.map(({ role }) => role)).toEqual(ROLES)
})

async function signIn(role: string): Promise<(path: string, district?: string) => Promise<unknown>> {
  const account = accounts.find((one) => one.role === role)
  const reply = await fetch(`${server.address}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: account?.email, password: account?.password }),
  })
  expect(reply.status, role).toBe(201)
  const cookie = reply.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  return async (path, district) => {
    const answer = await fetch(`${server.address}${path}`, {
      headers: { cookie, ...(district !== undefined && { 'rost-district': district }) },
    })
    expect(answer.status, `${role} ${path}`).toBe(200)
    return await answer.json()
  }
}

type Me = {
  readonly name: string
  readonly districts: readonly { readonly code: string }[]
  readonly grants: readonly { readonly role: string; readonly personId: number | null }[]
}

test('every account can sign in; those of staff are somebody of the district', async () => {
  const people: string[] = []
  for (const role of ROLES) {
    const get = await signIn(role)
    const me = (await get('/api/me', 'demo')) as Me
    expect(me.grants.map((grant) => grant.role)).toEqual([role])
    expect(me.name, role).toMatch(/^\S+ \S+ \S+$/)
    if (typeof me.grants[0]?.personId === 'number') people.push(role)
  }
  expect(people).toEqual(ROLES.filter((role) => !['department', 'region', 'admin', 'security'].includes(role)))
})

test('the region sees both districts, everybody else the one', async () => {
  const region = await signIn('region')
  const codes = ((await region('/api/me')) as Me).districts.map(({ code }) => code)
  expect(codes.sort()).toEqual(['demo', 'demo-2'])
  for (const code of codes) {
    const { indicators } = (await region(`/api/indicators?date=${until}&code=P03`, code)) as {
      indicators: { denominator: number }[]
    }
    expect(indicators[0]?.denominator).toBeGreaterThan(300)
  }
  const methodist = await signIn('methodist')
  expect(((await methodist('/api/me')) as Me).districts.map(({ code }) => code)).toEqual(['demo'])
})

type Indicator = {
  readonly code: string
  readonly value?: number
  readonly numerator?: number
  readonly denominator?: number
  readonly series?: readonly { readonly date: string; readonly value: number; readonly denominator?: number }[]
}

async function indicatorsAt(date: string): Promise<ReadonlyMap<string, Indicator>> {
  const { code, stdout, stderr } = await rost(['indicators', '--district', 'demo', '--date', date, '--json'], home)
  expect(code, stderr).toBe(0)
  const { indicators }: { indicators: Indicator[] } = JSON.parse(stdout)
  return new Map(indicators.map((one) => [one.code, one]))
}

describe('figures', () => {
  /** Per cent at the end of the last year told in full. */
  const PLAUSIBLE: readonly (readonly [string, number, number])[] = [
    ['P01', 18, 34],
    ['P02', 27, 42],
    ['P03', 3, 9],
    ['P04', 8, 18],
    ['P05', 3, 10],
    ['P06', 0.6, 3],
    ['P07', 0.2, 2],
    ['P08', 20, 70],
    ['P09', 8, 35],
    ['P10', 65, 90],
    ['P11', 2, 6],
    ['P12', 55, 85],
    ['P13', 18, 33],
  ]

  test('of the last year are such as districts have', async () => {
    const figures = await indicatorsAt(`${lastYear}-12-31`)
    for (const [code, least, most] of PLAUSIBLE) {
      const percent = (figures.get(code)?.value ?? Number.NaN) * 100
      expect(percent, code).toBeGreaterThanOrEqual(least)
      expect(percent, code).toBeLessThanOrEqual(most)
    }
    const posts = figures.get('P14')?.series ?? []
    expect(posts.map(({ date }) => date)).toEqual([2, 1, 0].map((back) => `${lastYear - back}-12-31`))
    for (const { value } of posts) expect(value > 0.93 && value < 0.99, String(value)).toBe(true)
    for (const { value } of figures.get('P15')?.series ?? [])
      expect(value > 15 && value < 110, String(value)).toBe(true)
  })

  test('of today have something to look at: the young without support, posts that stay open', async () => {
    const [then, now] = [await indicatorsAt(`${lastYear}-12-31`), await indicatorsAt(until)]
    expect(now.get('P10')?.value).toBeLessThan(0.6)
    expect(now.get('P10')?.denominator).toBeGreaterThan(100)
    expect(now.get('P14')?.series?.at(-1)?.value).toBeLessThan((then.get('P14')?.series?.at(-1)?.value ?? 0) - 0.005)
    expect(now.get('P12')?.value).toBeGreaterThan(then.get('P12')?.value ?? 1)
  })

  test('were frozen three times and are judged by what the district takes for good', async () => {
    const methodist = await signIn('methodist')
    const { items } = (await methodist('/api/snapshots')) as { items: { date: string }[] }
    expect(items).toHaveLength(3)
    const bands = (await methodist('/api/indicator-bands')) as { items: { code: string }[] }
    expect(bands.items.map(({ code }) => code)).toContain('P10')
  })
})

test('faulty rows wait to be mended, each for its reason, and a second load of the folder changes nothing', async () => {
  const methodist = await signIn('methodist')
  const loads = (await methodist('/api/loads')) as { items: { waitingRows: number }[] }
  // Six rows of the staff have been put right and the workbook loaded again, in which four are still faulty: they wait there only.
  expect(loads.items.map(({ waitingRows }) => waitingRows)).toEqual([4, WAITING_CODES.length - 4])
  const folder = join(dataFolder, 'folder')
  await writeFolder(folder, makeDistrict(NEIGHBOUR, until).tables)
  const { code, stdout, stderr } = await rost(['load', folder, '--district', 'demo-2', '--json'], home)
  expect(code, stderr).toBe(1)
  const answer: {
    files: {
      accepted: number
      unchanged: number
      rejected: { code: string }[]
    }[]
    unread: unknown[]
  } = JSON.parse(stdout)
  expect(answer.unread).toEqual([])
  for (const { accepted, unchanged } of answer.files) expect(unchanged).toBe(accepted)
  const codes = answer.files.flatMap(({ rejected }) => rejected.map((row) => row.code))
  expect(codes.sort()).toEqual([...FAULT_CODES].sort())
})

test('events stand ahead in every state, seats are taken and waited for, papers are given', async () => {
  const methodist = await signIn('methodist')
  type Listed = { items: { id: number; title: string; state: string; series: object | null }[] }
  const { items: events } = (await methodist(`/api/events?from=${until}&size=100`)) as Listed
  const states = new Set(events.map(({ state }) => state))
  expect([...states].sort()).toEqual(expect.arrayContaining(['announced', 'cancelled', 'draft']))
  expect(events.filter(({ series }) => series !== null).length).toBeGreaterThanOrEqual(3)
  const workshop = events.find(({ title }) => title.startsWith('Мастерская урока'))
  const seats = (await methodist(`/api/events/${workshop?.id}/enrolments`)) as Record<string, number>
  expect(seats).toMatchObject({ seats: 4, taken: 4 })
  expect(seats.waiting).toBeGreaterThan(0)
  expect(((await methodist('/api/documents')) as { total: number }).total).toBeGreaterThan(4)
})

test('programmes are in every state of their life, internships too; a teacher has brought something of each kind', async () => {
  const [methodist, head, teacher] = [await signIn('methodist'), await signIn('head'), await signIn('teacher')]
  const statesOf = async (get: typeof methodist, path: string): Promise<string[]> =>
    ((await get(path)) as { items: { state: string }[] }).items.map(({ state }) => state).sort()
  const life = ['approved', 'draft', 'draft', 'registered', 'registered', 'requested', 'review']
  expect(await statesOf(methodist, '/api/programmes')).toEqual(life)
  expect(await statesOf(head, '/api/internships')).toEqual(['arranged', 'cancelled', 'finished'])
  expect(await statesOf(teacher, '/api/my/claims')).toEqual(['asked', 'confirmed', 'returned'])
  const { items: deeds } = (await teacher('/api/my/deeds')) as { items: { kind: string; state: string }[] }
  expect(new Set(deeds.map(({ state }) => state))).toEqual(new Set(['asked', 'confirmed', 'returned']))
  const told = ['award', 'event', 'informal', 'nonformal', 'publication', 'upskilling']
  expect([...new Set(deeds.map(({ kind }) => kind))].sort()).toEqual(told)
})

test('courses are in every state: closed with documents, not closed, in the middle, gathered by modules, chosen from', async () => {
  const [methodist, teacher] = [await signIn('methodist'), await signIn('teacher')]
  type Listed = { items: { id: number; title: string; state: string }[] }
  const { items: events } = (await methodist(`/api/events?from=${lastYear}-01-01&size=100&q=группа`)) as Listed
  const runOf = async (title: string) => {
    const found = events.find((one) => one.title.endsWith(title))
    return (await methodist(`/api/events/${found?.id}/run`)) as Record<string, number> & { event: { state: string } }
  }
  const [first, second, third] = [
    await runOf('первая группа'),
    await runOf('вторая группа'),
    await runOf('третья группа'),
  ]
  expect([first, second, third].map(({ event }) => event.state)).toEqual(['held', 'announced', 'announced'])
  expect(first).toMatchObject({ enrolled: 16, ended: 14 })
  expect(second.began).toBe(12)
  expect(third).toMatchObject({ enrolled: 15, left: 1 })
  const tasks = JSON.stringify(await methodist('/api/tasks'))
  for (const waits of ['runs_unclosed', 'modules_gathered']) expect(tasks).toContain(waits)
  const { items: runs } = (await teacher('/api/my/runs')) as { items: { electives: { can: string[] } | null }[] }
  expect(runs.find(({ electives }) => electives !== null)?.electives).toMatchObject({ can: ['choose'] })
})

test('the federal register was told of the closed course: answers of each kind, some ready, some lacking', async () => {
  const methodist = await signIn('methodist')
  const { items: files } = (await methodist('/api/federal/files')) as { items: object[] }
  expect(files).toMatchObject([{ total: 9, taken: 7, refused: 1 }])
  const due = (await methodist('/api/federal/due')) as { sum: object }
  expect(due.sum).toMatchObject({ due: 5, ready: 3 })
})

test('a school held events of its own in every state, and people were asked how events were', async () => {
  const [school, methodist, teacher] = [
    await signIn('school_methodist'),
    await signIn('methodist'),
    await signIn('teacher'),
  ]
  const { items } = (await school(`/api/in-house-events?size=100`)) as { items: { state: string }[] }
  expect(new Set(items.map(({ state }) => state))).toEqual(
    new Set(['none', 'asked', 'attested', 'returned', 'revoked']),
  )
  const { items: requests } = (await school('/api/event-requests')) as { items: { state: string }[] }
  expect(requests.map(({ state }) => state).sort()).toEqual(['asked', 'declined', 'planned', 'returned'])
  const { items: asked } = (await teacher('/api/my/feedback')) as { items: { event: { title: string } }[] }
  expect(asked).toMatchObject([{ stage: 'end', event: { title: 'Время подумать: пауза после вопроса' } }])
  const { items: held } = (await methodist('/api/events?state=held&q=Разбираем работы')) as { items: { id: number }[] }
  const { items: said } = (await methodist(`/api/events/${held[0]?.id}/feedback`)) as { items: object[] }
  expect(said).toMatchObject([
    { stage: 'end', asked: 12, answered: 8, shown: 8, closesOn: null },
    { stage: 'later', asked: 12, answered: 6, shown: 6, closesOn: null },
  ])
  const now = Number(today('Europe/Moscow').slice(0, 4))
  const proposed = await Promise.all([now, now + 1].map((y) => methodist(`/api/course-plans?year=${y}&state=proposed`)))
  expect((proposed as { total: number }[]).reduce((sum, { total }) => sum + total, 0)).toBe(1)
})

test('a school has agreed on whom it teaches this year, and some are enrolled for a run of a programme', async () => {
  const head = await signIn('head')
  const now = Number(today('Europe/Moscow').slice(0, 4))
  type Courses = {
    items: { state: string; programme: { title: string } | null; enrolment: { eventId: number } | null }[]
  }
  const lists = await Promise.all([now, now + 1].map((year) => head(`/api/planned-courses?year=${year}`)))
  const courses = (lists as Courses[]).flatMap(({ items }) => items)
  const inState = (is: string) => courses.filter(({ state }) => state === is).length
  expect([inState('enrolled'), inState('planned')]).toEqual([3, courses.length - 3])
  const run = courses.find(({ enrolment }) => enrolment !== null)?.enrolment?.eventId
  expect(((await head(`/api/events/${run}`)) as { programme: object }).programme).toMatchObject({ kind: 'upskilling' })
})

test('a second run finds everything, and a district beside it needs no name', async () => {
  const again = await rost(['demo', '--no-serve', '--json'], home)
  expect([again.code, again.stderr, again.stdout]).toEqual([0, '', made.stdout])
  const methodist = await signIn('methodist')
  expect(((await methodist('/api/snapshots')) as { items: unknown[] }).items).toHaveLength(3)
  const folder = join(dataFolder, 'own')
  const { tables } = makeDistrict(NEIGHBOUR, until)
  await writeFolder(
    folder,
    tables.filter(({ file }) => file === 'organisations.xlsx'),
  )
  expect((await rost(['load', folder], home)).code).toBe(0)
  expect((await rost(['indicators', '--date', until, '--code', 'P12'], home)).code).toBe(0)
})
