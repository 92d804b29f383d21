import { addDays, type Day, dayBetween, yearOf, yearsBetween } from './days.ts'
import { type Newcomer, peopleMaker } from './people.ts'
import type { Random } from './random.ts'
import { type Employment, ofYear, type Person, type Seat, type Somebody, type Story } from './story.ts'

/** Nobody comes to such a place from the university. */
const SENIOR = /директор|заведующий|методист|старший/

type Freed = { readonly person: Person; readonly employment: Employment }

/** The share of novices among those newly employed: the district draws more of them every year. */
const NOVICES = [0.22, 0.28, 0.36, 0.58]

/** How many of a hundred places are filled again by September: in the last summer fewer were found. */
const FILLED = [0.91, 0.9, 0.87, 0.74]

/**
 * Who held which place when: those who were there four years ago, and every summer those who go, come, change the
 * school, or do not come. What is left open stays open.
 */
export function makeStaff(story: Story, seats: readonly Seat[]): readonly Somebody[] {
  const random = story.random('staff')
  const makePerson = peopleMaker(story)
  const { year } = story
  const all: Employment[] = []
  const holders: (Employment | undefined)[] = seats.map((seat) => {
    if (random.chance(isScarce(seat) ? 0.12 : 0.025)) return undefined
    return employ(all, seat, holderBefore(random, makePerson, seat, `${year - 4}-09-01`))
  })
  for (let summer = year - 3; summer <= year; summer++) {
    const freed: Freed[] = []
    for (const [at, seat] of seats.entries()) {
      const held = holders[at]
      const closes = seat.organisation.activeUntil
      if (held !== undefined) {
        const closing = closes !== null && yearOf(closes) === summer
        if (!closing && !random.chance(leaving(held, summer))) continue
        held.dismissed = closing ? closes : lastDay(random, summer, held.hired)
        holders[at] = undefined
        freed.push({ person: held.person, employment: held })
      }
      if (closes !== null && yearOf(closes) <= summer) continue
      if (!random.chance(filling(seat, held === undefined, ofYear(story, summer, FILLED)))) continue
      const hired = dayBetween(random, `${summer}-08-21`, `${summer}-09-10`)
      const novice = random.chance(ofYear(story, summer, NOVICES)) && !SENIOR.test(seat.position)
      const person = fromElsewhere(random, freed, seat, summer) ?? makePerson({ ...seat, hired, novice })
      holders[at] = employ(all, seat, { person, hired })
    }
  }
  for (const one of [...all]) besides(random, all, seats, one)
  return [...Map.groupBy(all, ({ person }) => person)].map(([person, employments]) => ({ person, employments }))
}

function employ(all: Employment[], seat: Seat, { person, hired }: { person: Person; hired: Day }): Employment {
  const employment = { ...seat, person, main: true, hired, dismissed: null }
  all.push(employment)
  return employment
}

/** Physics is what nobody can be found for. */
const isScarce = ({ subjects }: Seat): boolean => subjects.includes('Физика')

function holderBefore(
  random: Random,
  makePerson: (newcomer: Newcomer) => Person,
  seat: Seat,
  by: Day,
): { person: Person; hired: Day } {
  const person = makePerson({ ...seat, hired: by, novice: random.chance(0.015) && !SENIOR.test(seat.position) })
  const since = person.experienceSince ?? addDays(by, -3000)
  const years = Math.max(0, yearsBetween(since, by))
  const here = years === 0 ? since : `${yearOf(by) - random.int(0, Math.min(years, 24))}-08-${random.int(20, 31)}`
  return { person, hired: here < since ? since : here > by ? by : here }
}

/** The chance to go in a year: the young and those of pension age more often, and where nobody cares. */
function leaving({ person, organisation, position }: Employment, summer: number): number {
  const age = yearsBetween(person.birth, `${summer}-07-01`)
  const base = age >= 64 ? 0.19 : age < 30 ? 0.13 : 0.075
  const unrest = organisation.care < 0.4 ? 1.9 : organisation.care > 1.5 ? 0.6 : 1
  return Math.min(0.5, base * unrest * (/директор|заведующий/.test(position) ? 0.5 : 1))
}

function filling(seat: Seat, wasOpen: boolean, usual: number): number {
  if (isScarce(seat)) return usual * 0.45
  if (seat.organisation.care < 0.4) return usual * 0.62
  return wasOpen ? usual * 0.6 : usual
}

/** In the summer mostly, else in the school year before. */
function lastDay(random: Random, summer: number, hired: Day): Day {
  const day = random.chance(0.72)
    ? dayBetween(random, `${summer}-06-10`, `${summer}-08-31`)
    : dayBetween(random, `${summer - 1}-11-01`, `${summer}-04-30`)
  return day < hired ? `${summer}-08-31` : day
}

/** Some of those who go stay in the district: in the same position and subject at another school. */
function fromElsewhere(random: Random, freed: Freed[], seat: Seat, summer: number): Person | undefined {
  if (!random.chance(0.3)) return undefined
  const at = freed.findIndex(
    ({ person, employment }) =>
      employment.position === seat.position &&
      employment.subjects[0] === seat.subjects[0] &&
      employment.organisation !== seat.organisation &&
      yearsBetween(person.birth, `${summer}-09-01`) < 62,
  )
  return at < 0 ? undefined : freed.splice(at, 1)[0]?.person
}

/** Second places of work: deputies who teach, and part-timers of other schools. */
function besides(random: Random, all: Employment[], seats: readonly Seat[], one: Employment): void {
  const { person, organisation, hired, dismissed, position } = one
  if (position === 'заместитель директора' && organisation.type === 'школа' && random.chance(0.6)) {
    const subjects = random.pick(seats.filter((seat) => seat.position === 'учитель')).subjects
    all.push({ person, organisation, position: 'учитель', subjects, rate: 0.5, main: false, hired, dismissed })
    return
  }
  if (!/^учитель|психолог|дополнительного/.test(position) || !random.chance(0.05)) return
  const other = random.pick(seats).organisation
  if (other === organisation || other.activeUntil !== null || other.type === 'ДОУ') return
  const isTeacher = other.type === 'школа' && position === 'учитель'
  all.push({
    ...{ person, organisation: other, main: false, dismissed },
    position: isTeacher
      ? 'учитель'
      : position === 'педагог-психолог'
        ? position
        : 'педагог дополнительного образования',
    subjects: isTeacher ? one.subjects : [],
    rate: random.pick([0.25, 0.5]),
    hired: dismissed !== null && addDays(hired, 90) > dismissed ? hired : addDays(hired, random.int(0, 90)),
  })
}
