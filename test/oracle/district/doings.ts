import { type Draft, type MadePerson, type Making, rowsOf, someEnd } from './making.ts'
import { personCells } from './people.ts'
import { addDays } from './random.ts'
import { lately } from './registry.ts'
import * as words from './words.ts'

/** The person that stands in a row, for keys: the number, or name and birth date. */
function personKey(row: Draft, suffix = ''): string {
  return String(
    row[`СНИЛС${suffix}`] ?? ['Фамилия', 'Имя', 'Отчество', 'Дата рождения'].map((part) => row[part + suffix]),
  )
}

export function makeLearning(making: Making, people: MadePerson[]): Draft[] {
  const { random, amounts, edges } = making
  if (people.length === 0) return []
  let number = 0
  return rowsOf(
    amounts.learning,
    () => {
      const topic = random.pick(words.TOPICS)
      const end = lately(making)
      number++
      return {
        ...personCells(random.pick(people), ''),
        Программа: edges ? `Программа «${topic}»` : `Программа «${topic}» № ${random.int(1, 40)}`,
        Вид: random.chance(edges ? 0.4 : 0.1) ? 'профессиональная переподготовка' : 'повышение квалификации',
        Форма: random.pick(words.FORMS),
        Провайдер: random.pick(words.PROVIDERS),
        Часов: random.pick([16, 18, 36, 72, 108, 256, 0.5]),
        Тема: random.chance(0.1) ? null : topic,
        Начало: random.chance(0.1) ? end : addDays(end, -random.int(1, 90)),
        Окончание: end,
        'Номер документа': `25-${String(number).padStart(6, '0')}`,
      }
    },
    (row) => [personKey(row), row.Программа, row.Начало, row.Окончание].join(),
  )
}

export function makeDiagnostics(making: Making, people: MadePerson[]): Draft[] {
  const { random, amounts, edges } = making
  if (people.length === 0) return []
  return rowsOf(
    amounts.diagnostics,
    () => {
      const competence = random.pick(edges ? words.COMPETENCES.slice(0, 3) : words.COMPETENCES)
      const day = lately(making)
      const most = random.pick([20, 30, 50, 100])
      const score = random.chance(0.1) ? random.pick([0, most]) : random.int(0, most)
      return {
        ...personCells(random.pick(people), ''),
        Диагностика: `Диагностика ${competence.toLowerCase()} ${day.slice(0, 4)}`,
        Компетенции: competence,
        Дата: day,
        Балл: score,
        Максимум: most,
        Пройдена: score * 2 >= most ? 'да' : 'нет',
      }
    },
    (row) => [personKey(row), row.Диагностика, row.Компетенции, row.Дата].join(),
  )
}

export function makeEvents(making: Making, organisations: Draft[]): Draft[] {
  const { random, amounts } = making
  if (organisations.length === 0) return []
  const centres = organisations.filter((organisation) => ['ЦППМСП', 'ИМЦ'].includes(String(organisation.Тип)))
  const rows: Draft[] = []
  for (let index = 1; index <= amounts.events; index++)
    rows.push({
      Код: `М${String(index).padStart(4, '0')}`,
      Название: `Мероприятие ${index}`,
      Вид: random.pick(words.EVENT_KINDS),
      Дата: lately(making),
      Организатор: random.pick(centres.length > 0 && random.chance(0.6) ? centres : organisations).Код ?? null,
      Уровень: random.pick(words.LEVELS),
      Тема: random.chance(0.1) ? null : random.pick(words.EVENT_TOPICS),
      Аудитория: random.chance(0.1) ? null : random.pick(words.AUDIENCES),
    })
  return rows
}

export function makeAttendance(making: Making, events: Draft[], people: MadePerson[]): Draft[] {
  const { random, amounts } = making
  if (events.length === 0 || people.length === 0) return []
  return rowsOf(
    amounts.attendance,
    () => ({ 'Код мероприятия': random.pick(events).Код ?? null, ...personCells(random.pick(people), '') }),
    (row) => [row['Код мероприятия'], personKey(row)].join(),
  )
}

export function makeCommunities(making: Making): Draft[] {
  const { random, amounts, edges } = making
  const rows: Draft[] = []
  for (let index = 0; index < amounts.communities; index++) {
    const kind = words.COMMUNITY_KINDS[index % words.COMMUNITY_KINDS.length] ?? ''
    rows.push({
      Код: `С${String(index + 101)}`,
      Название: `${kind} ${index + 1}`,
      Вид: kind,
      Уровень: random.chance(edges ? 0.3 : 0.15) ? 'организация' : 'район',
    })
  }
  return rows
}

export function makeMembers(making: Making, communities: Draft[], people: MadePerson[]): Draft[] {
  const { random, amounts } = making
  if (communities.length === 0 || people.length === 0) return []
  return rowsOf(
    amounts.members,
    () => {
      const start = lately(making)
      return {
        'Код сообщества': random.pick(communities).Код ?? null,
        ...personCells(random.pick(people), ''),
        Роль: random.chance(0.1) ? null : random.pick(words.ROLES),
        С: start,
        По: someEnd(making, start, 0.6),
      }
    },
    (row) => [row['Код сообщества'], personKey(row), row.С].join(),
  )
}

export function makeMentoring(making: Making, people: MadePerson[]): Draft[] {
  const { random, amounts } = making
  if (people.length < 2) return []
  return rowsOf(
    amounts.mentoring,
    () => {
      const mentor = random.pick(people)
      const others = people.length < 50 ? people.filter((person) => person !== mentor) : people
      let mentee = random.pick(others)
      while (mentee === mentor) mentee = random.pick(others)
      const start = lately(making)
      return {
        ...personCells(mentor, ' наставника'),
        ...personCells(mentee, ' наставляемого'),
        Форма: random.chance(0.1) ? null : random.pick(words.MENTORING_FORMS),
        С: start,
        По: someEnd(making, start, 0.5),
      }
    },
    (row) => [personKey(row, ' наставника'), personKey(row, ' наставляемого'), row.С].join(),
  )
}

export function makePools(making: Making, people: MadePerson[]): Draft[] {
  const { random, amounts } = making
  if (people.length === 0) return []
  return rowsOf(
    amounts.pools,
    () => {
      const start = lately(making)
      return {
        Вид: random.pick(words.POOL_KINDS),
        ...personCells(random.pick(people), ''),
        Включён: start,
        Исключён: someEnd(making, start, 0.6),
        Основание: random.chance(0.2) ? null : random.pick(words.REASONS),
      }
    },
    (row) => [row.Вид, personKey(row), row.Включён].join(),
  )
}
