import { addDays, type Day } from './days.ts'
import type { Visitor } from './visitor.ts'

type Bringing = { readonly teacher: Visitor; readonly methodist: Visitor; readonly until: Day }

const CLAIMS = [
  { title: 'Мастер-класс «Карта урока» для молодых педагогов', place: 'Методический центр', daysBack: 33 },
  { title: 'Рецензия на программу внеурочной деятельности', place: 'Районное методическое объединение', daysBack: 21 },
  { title: 'Открытый урок для студентов', place: 'Наша школа', daysBack: 9 },
] as const

const LEARNING = [
  {
    ...{ kind: 'upskilling', form: 'distance', title: 'Читательская грамотность', hours: 36 },
    ...{ place: 'Академия просвещения', number: '782400-118', daysBack: 70 },
    outcome: { outcome: 'confirm' },
  },
  {
    ...{ kind: 'upskilling', form: 'in_person', title: 'Первая помощь', hours: 16 },
    ...{ place: 'Учебный центр «Спасатель»', number: 'ПП-204', daysBack: 45 },
    outcome: { outcome: 'return', word: 'На снимке не видно номера. Снимите ещё раз, пожалуйста' },
  },
  {
    ...{ kind: 'upskilling', form: 'blended', title: 'Проектная деятельность', hours: 24 },
    ...{ place: 'Институт развития образования', number: '5417', daysBack: 20 },
    outcome: null,
  },
] as const

/** Deeds that are no learning: what is said of each kind, by the labels of the district's lists. */
const DEEDS = [
  {
    ...{ kind: 'event', title: 'Форум «Школа завтра»', place: 'Областной центр', daysBack: 96 },
    ...{ type: 'форум', level: 'региональный', role: 'докладчик' },
    outcome: { outcome: 'confirm' },
  },
  {
    ...{ kind: 'publication', title: 'Карта урока: год спустя', place: 'Сборник «Педагогический поиск»', daysBack: 64 },
    ...{ type: 'статья', level: 'региональный', partners: 'О. И. Рябинина' },
    outcome: { outcome: 'confirm' },
  },
  {
    ...{ kind: 'award', title: 'За подготовку победителей олимпиады', place: 'Отдел образования', daysBack: 52 },
    ...{ type: 'почётная грамота', level: 'районный', number: '118' },
    outcome: { outcome: 'confirm' },
  },
  {
    ...{ kind: 'nonformal', title: 'Вебинар об оценивании проектов', place: 'Сообщество учителей', daysBack: 14 },
    ...{ type: 'вебинар', hours: 2 },
    outcome: { outcome: 'return', word: 'Пришлите, пожалуйста, ссылку на запись' },
  },
  {
    ...{ kind: 'informal', title: 'Разобралась с дашбордами в таблицах', daysBack: 6 },
    ...{ result: 'Показываю классу, кто сколько прочитал: таблицу заполняют сами ученики', hours: 6 },
    outcome: null,
  },
] as const

/** A page without a word on it, as a scanner that was not looked after makes it. */
const SCAN = Buffer.from('%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n')

/** What a teacher brings: work to be certified and documents of courses elsewhere; some of each is decided. */
export async function bring({ teacher, methodist, until }: Bringing): Promise<void> {
  if (((await teacher.get('/api/my/claims?size=1')) as { total: number }).total > 0) return
  const made: Card[] = []
  for (const { daysBack, ...claim } of CLAIMS)
    made.push(await teacher.send('POST', '/api/my/claims', { ...claim, doneOn: addDays(until, -daysBack) }))
  const [confirmed, returned] = made
  await decide(methodist, 'claims', confirmed, { outcome: 'confirm' })
  await decide(methodist, 'claims', returned, { outcome: 'return', word: 'Какую программу вы рецензировали?' })

  for (const { daysBack, outcome, ...learning } of LEARNING) {
    const endsOn = addDays(until, -daysBack)
    const told = await teacher.send('POST', '/api/my/deeds', {
      ...learning,
      ...{ startsOn: addDays(endsOn, -14), endsOn },
    })
    const file = new FormData()
    file.append('file', new File([new Uint8Array(SCAN)], 'скан.pdf'))
    const sent = await teacher.send('PUT', `/api/my/deeds/${told.id}/file`, file)
    if (outcome !== null) await decide(methodist, 'deeds', sent, outcome)
  }
  await tellDeeds({ teacher, methodist, until })
}

type Value = { readonly id: number; readonly list: string; readonly label: string }

async function tellDeeds({ teacher, methodist, until }: Bringing): Promise<void> {
  const { items: values } = (await teacher.get('/api/deeds/values')) as { items: readonly Value[] }
  const idOf = (is: (list: string) => boolean, label: string | undefined): number | undefined =>
    values.find((one) => is(one.list) && one.label === label)?.id
  for (const { daysBack, outcome, ...deed } of DEEDS) {
    const { type, level, role, ...said }: Record<string, unknown> & Labels = deed
    const on = addDays(until, -daysBack)
    const told = await teacher.send('POST', '/api/my/deeds', {
      ...{ ...said, startsOn: on, endsOn: on },
      typeId: idOf((list) => list === `deed_${deed.kind}`, type),
      levelId: idOf((list) => list === 'deed_level', level),
      roleId: idOf((list) => list === 'deed_role', role),
    })
    if (outcome !== null) await decide(methodist, 'deeds', told, outcome)
  }
}

type Labels = { readonly type?: string; readonly level?: string; readonly role?: string }

type Card = { readonly id: number; readonly version: number }

async function decide(visitor: Visitor, what: 'claims' | 'deeds', card: Card | undefined, said: object) {
  if (card === undefined) return
  const { id, version } = card
  await visitor.send('POST', `/api/${what}/decisions`, { [what]: [{ id, version }], ...said })
}
