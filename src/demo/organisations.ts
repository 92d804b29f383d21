import type { Organisation, Story } from './story.ts'

const GARDENS =
  `Ромашка Солнышко Теремок Радуга Ласточка Сказка Берёзка Колокольчик Журавлик Светлячок Родничок Кораблик
Золотой·ключик Росинка Ёлочка Огонёк Рябинка Семицветик Улыбка Чебурашка Пчёлка Василёк Звёздочка Гнёздышко`
    .split(/\s+/)
    .map((name) => name.replace('·', ' '))
const HOUSES = ['ДДТ «Парус»', 'ДЮЦ «Вектор»', 'Станция юных техников', 'Эколого-биологический центр «Росток»']

/** What is told of schools only. */
const NO_SCHOOL = { kind: null, shifts: null }

/** Places in the list at which an organisation stands out: far ahead, or left to itself. */
const AHEAD = new Set([4, 11, 25])
const BEHIND = new Set([7, 16, 21, 30])

/** The organisations of the district, schools first; codes are a letter of the type and the number. */
export function makeOrganisations(story: Story): readonly Organisation[] {
  const { plan } = story
  const random = story.random('organisations')
  const care = (at: number): number => {
    const usual = Math.min(1.35, Math.max(0.55, random.normal(1, 0.2)))
    return AHEAD.has(at) ? 1.9 : BEHIND.has(at) ? 0.25 : usual
  }
  const schools = Array.from({ length: plan.schools }, (_, at): Organisation => {
    const number = plan.firstNumber + at
    const kind = at === 4 ? 'Гимназия' : at === 11 || at === 19 ? 'Лицей' : at === 28 ? 'Гимназия' : 'Школа'
    return {
      code: `Ш${number}`,
      name: `${kind} № ${number}`,
      type: 'школа',
      pupils: random.int(38, 115) * 10 + random.int(0, 9),
      mentoringModelOn: modelOn(story, at, random.next()),
      activeUntil: null,
      kind: kind === 'Школа' ? (at % 9 === 2 ? 'с углублённым изучением' : 'общеобразовательная') : kind.toLowerCase(),
      shifts: at % 6 === 3 ? 2 : 1,
      care: care(at),
    }
  })
  const names = random.shuffle(GARDENS)
  const gardens = Array.from({ length: plan.kindergartens }, (_, at): Organisation => {
    const number = plan.firstNumber + at
    return {
      code: `Д${number}`,
      name: at % 2 === 0 ? `Детский сад № ${number} «${names[at / 2]}»` : `Детский сад № ${number}`,
      type: 'ДОУ',
      pupils: random.int(9, 28) * 10 + random.int(0, 9),
      mentoringModelOn: null,
      // Closed and joined to a neighbour.
      activeUntil: at === 33 ? `${story.year - 1}-08-31` : null,
      ...NO_SCHOOL,
      care: care(at + 3),
    }
  })
  const houses = HOUSES.slice(0, plan.additional).map(
    (name, at): Organisation => ({
      code: `У${plan.firstNumber + at}`,
      name,
      type: 'УДО',
      pupils: random.int(60, 190) * 10,
      mentoringModelOn: null,
      activeUntil: null,
      ...NO_SCHOOL,
      care: care(at),
    }),
  )
  const centre = { pupils: null, mentoringModelOn: null, activeUntil: null, ...NO_SCHOOL, care: 1.3 }
  const { firstNumber } = plan
  return [
    ...schools,
    ...gardens,
    ...houses,
    { code: `М${firstNumber}`, name: `ИМЦ: ${plan.name.replace(/ \(.*/, '')}`, type: 'ИМЦ', ...centre },
    { code: `П${firstNumber}`, name: 'ЦППМСП «Опора»', type: 'ЦППМСП', ...centre },
  ]
}

/** Schools take the model over year by year; those left to themselves, and some more, have not. */
function modelOn({ year }: Story, at: number, chance: number): string | null {
  if (BEHIND.has(at)) return null
  if (AHEAD.has(at)) return `${year - 3}-09-01`
  if (chance < 0.2) return `${year - 3}-09-01`
  if (chance < 0.42) return `${year - 2}-09-01`
  if (chance < 0.68) return `${year - 1}-09-01`
  return chance < 0.8 ? `${year}-09-01` : null
}
