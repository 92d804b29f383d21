import { active, byPerson, type Pedagogue, referred, says, textOf } from './facts.ts'
import type { State, Stored } from './state.ts'

/** Who counts in an indicator of persons: in the denominator, and of those in the numerator. */
export type Condition = { code: string; of: (p: Pedagogue) => boolean; has: (p: Pedagogue) => boolean }

/** P01–P07, P09–P11 and P13 as indicators.md states them, for one date. */
export function conditionsAt(state: State, date: string): Condition[] {
  const from = `${date.slice(0, 4)}-01-01`
  const inPeriod = (record: Stored, column: string): boolean =>
    textOf(record, column) >= from && textOf(record, column) <= date
  // "Overlaps the period: start ≤ its end, and end empty or ≥ its start."
  const overlaps = (record: Stored): boolean =>
    textOf(record, 'С') <= date && (textOf(record, 'По') === '' || textOf(record, 'По') >= from)

  const diagnostics = byPerson(state.records.diagnostics.values(), 0)
  const learning = byPerson(state.records.learning.values(), 0)
  const attendance = byPerson(state.records.attendance.values(), 0)
  const members = byPerson(state.records.members.values(), 0)
  const mentees = byPerson(state.records.mentoring.values(), 1)
  const pools = byPerson(state.records.pools.values(), 0)

  const diagnosed = (p: Pedagogue, test: (record: Stored) => boolean = () => true): boolean =>
    (diagnostics.get(p.id) ?? []).some((record) => inPeriod(record, 'Дата') && test(record))
  const passed = (p: Pedagogue, competence: string): boolean =>
    diagnosed(p, (record) => says(record, 'Компетенции', competence) && says(record, 'Пройдена', 'да'))
  const learned = (p: Pedagogue, column: string, text: string): boolean =>
    (learning.get(p.id) ?? []).some((record) => inPeriod(record, 'Окончание') && says(record, column, text))
  const memberOf = (p: Pedagogue, test: (membership: Stored, community: Stored) => boolean): boolean =>
    (members.get(p.id) ?? []).some((record) =>
      test(record, referred(state, 'communities', textOf(record, 'Код сообщества'))),
    )
  const attended = (p: Pedagogue, test: (event: Stored) => boolean): boolean =>
    (attendance.get(p.id) ?? []).some((record) => test(referred(state, 'events', textOf(record, 'Код мероприятия'))))

  const everybody = (): boolean => true
  const tookBoth = (p: Pedagogue): boolean =>
    diagnosed(p, (record) => says(record, 'Компетенции', 'Предметные')) &&
    diagnosed(p, (record) => says(record, 'Компетенции', 'Методические'))
  const activeMember = (record: Stored): boolean => active(record, 'С', 'По', date)

  return [
    {
      code: 'P01',
      of: (p) => p.organisationType === 'ДОУ',
      has: (p) => p.position === 'воспитатель' && diagnosed(p),
    },
    { code: 'P02', of: (p) => p.positions.includes('учитель'), has: (p) => diagnosed(p) },
    {
      code: 'P03',
      of: everybody,
      has: (p) =>
        p.education === 'нет' &&
        (learning.get(p.id) ?? []).some(
          (record) => says(record, 'Вид', 'профессиональная переподготовка') && textOf(record, 'Окончание') <= date,
        ),
    },
    { code: 'P04', of: everybody, has: (p) => learned(p, 'Форма', 'дистанционная') },
    { code: 'P05', of: everybody, has: (p) => learned(p, 'Провайдер', 'СПб ЦОКОиИТ') },
    { code: 'P06', of: everybody, has: (p) => learned(p, 'Тема', 'эксперт ГИА') },
    { code: 'P07', of: everybody, has: (p) => learned(p, 'Тема', 'эксперт аттестации') },
    {
      code: 'P09',
      of: tookBoth,
      has: (p) =>
        passed(p, 'Предметные') &&
        passed(p, 'Методические') &&
        (pools.get(p.id) ?? []).some(
          (record) => says(record, 'Вид', 'методический актив') && active(record, 'Включён', 'Исключён', date),
        ),
    },
    {
      code: 'P10',
      // "pedagogues under 35 with less than 3 full years of experience"; "Empty experience is unknown, never zero".
      of: (p) => p.age < 35 && p.experience !== undefined && p.experience < 3,
      has: (p) =>
        (mentees.get(p.id) ?? []).some(overlaps) ||
        memberOf(p, (record, community) => says(community, 'Вид', 'совет молодых педагогов') && overlaps(record)) ||
        attended(p, (event) => says(event, 'Аудитория', 'молодые педагоги') && inPeriod(event, 'Дата')),
    },
    {
      code: 'P11',
      of: everybody,
      has: (p) =>
        memberOf(p, (record, community) => says(community, 'Вид', 'сообщество наставников') && activeMember(record)),
    },
    {
      code: 'P13',
      of: everybody,
      has: (p) =>
        memberOf(
          p,
          (record, community) =>
            (says(community, 'Вид', 'районное методическое объединение') ||
              says(community, 'Вид', 'профессиональное сообщество')) &&
            says(community, 'Уровень', 'район') &&
            activeMember(record),
        ),
    },
  ]
}
