import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openTestHouse } from '../../../../../test/harness/house.ts'
import { vocabulary } from '../../../../vocabulary.ts'
import { sayPopulation } from '../../../population/index.ts'
import { makeCourseDistrict } from '../runs.fixture.ts'

const house = await openTestHouse()
const { tenant, methodist, addTeacher, begunRun, close, card } = await makeCourseDistrict(house)

const MODULES = [
  { title: 'Смысловое чтение', hours: 12, form: 'in_person' },
  { title: 'Сценарии уроков', hours: 6, form: 'distance', elective: true },
  { title: 'Разбор работ', hours: 6, form: 'self', elective: true },
]
type Teacher = Awaited<ReturnType<typeof addTeacher>>

/** A run whose learners chose: the first the scenarios, the others to look at papers. */
async function chosenRun(teachers: readonly Teacher[]) {
  const { event, programme } = await begunRun(teachers, { modules: MODULES, electives: 1 })
  const [, scripts, papers]: number[] = programme.modules.map(({ id }: { id: number }) => id)
  for (const [at, { person }] of teachers.entries()) {
    const payload = { personIds: [person], moduleIds: [at === 0 ? scripts : papers] }
    const reply = await methodist.ask('POST', `/api/events/${event}/run/electives/choices`, { payload })
    expect(reply.statusCode, reply.body).toBe(201)
  }
  return { event, programme }
}
const modulesOf = async ({ ask }: Teacher): Promise<string[]> => {
  const { items } = (await ask('GET', '/api/my/runs')).json()
  return items[0].modules.map(({ title }: { title: string }) => title)
}
let nth = 0
/** How many completed a module as this says, as an indicator counts them. */
async function counted(where: object, when: object = { during: 'calendar_year' }) {
  nth += 1
  const body = { kind: 'count', subject: 'person', slices: [], of: { term: 'completedModule', where, when } }
  const titles = { titleRu: `Прошли модуль ${nth}`, titleEn: `Completed a module ${nth}` }
  const defined = await methodist.ask('POST', '/api/indicator-definitions', {
    payload: { code: `MODULE${nth}`, ...titles, body, validFrom: '2020-01-01' },
  })
  expect(defined.statusCode, defined.body).toBe(201)
  const year = new Date().getFullYear()
  const reply = await methodist.ask('GET', `/api/indicators/MODULE${nth}/members`, { query: { date: `${year}-12-31` } })
  return reply.json() as { total: number }
}

test('closing a run puts on record which modules each learner completed; opened again there are none', async () => {
  const [first, second, idle] = [await addTeacher(), await addTeacher(), await addTeacher()]
  const { event, programme } = await chosenRun([first, second, idle])
  expect(await modulesOf(first)).toEqual([])
  const overruled = [{ personId: idle.person, completes: false, reason: 'Не была ни разу' }]
  const closed = await close(event, { completing: [first.person, second.person], overruled })
  expect(closed.statusCode, closed.body).toBe(201)
  expect(await modulesOf(first)).toEqual(['Смысловое чтение', 'Сценарии уроков'])
  expect(await modulesOf(second)).toEqual(['Смысловое чтение', 'Разбор работ'])
  expect(await modulesOf(idle)).toEqual([])
  const life = await methodist.ask('GET', `/api/people/${first.person}/life`)
  expect(life.json().items).toContainEqual(
    expect.objectContaining({ term: 'completedModule', label: 'Сценарии уроков' }),
  )

  await house.services.database.write(tenant, (tx) => sql`select registry.rebuild_spans(null)`.execute(tx))
  expect(await counted({ module: { is: 'Смысловое чтение' }, programme: { is: programme.title } })).toMatchObject({
    total: 2,
  })
  const scenarios = await counted({ module: { is: 'Сценарии уроков' }, hours: { from: 6 } })
  expect(scenarios).toMatchObject({ total: 1 })
  // Behind the figure stands the module itself.
  expect(JSON.stringify(scenarios)).toContain('Сценарии уроков')
  expect(await counted({ form: { is: 'self' } })).toMatchObject({ total: 1 })
  expect(await counted({ hours: { from: 13 } })).toMatchObject({ total: 0 })

  const { version } = await card(event)
  const undone = await methodist.ask('POST', `/api/events/${event}/run/closing/undo`, {
    headers: { 'if-match': `"${version}"` },
  })
  expect(undone.statusCode, undone.body).toBe(201)
  expect(await modulesOf(first)).toEqual([])
  expect(await counted({ module: { is: 'Смысловое чтение' } })).toMatchObject({ total: 0 })
})

test('what is said of completed modules reads as a sentence in both languages', () => {
  const population = {
    term: 'completedModule',
    where: { module: { is: 'Смысловое чтение' }, hours: { from: 6 } },
    when: { lastMonths: 12 },
  } as const
  expect(sayPopulation(vocabulary, 'person', population, 'ru')).toBe(
    'работники, которые прошли модуль (модуль: «Смысловое чтение»; часов: от 6) за последние 12 мес.',
  )
  expect(sayPopulation(vocabulary, 'person', population, 'en')).toBe(
    'people, who completed a module (module: “Смысловое чтение”; hours: from 6) in the last 12 months',
  )
})
