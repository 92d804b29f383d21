import type { Role } from '../access-matrix.ts'
import type { Leading } from './communities.ts'
import type { Employment, Organisation, Person, Somebody } from './story.ts'

/** Who stands behind an account: their name, and for staff the employer and the СНИЛС by which they are found. */
export type Part = { readonly name: string; readonly organisation?: string; readonly snils?: string }
export type Cast = Readonly<Record<Role, Part>>

type Known = {
  readonly leaders: readonly Leading[]
  readonly mentors: readonly Somebody[]
  readonly experts: readonly Somebody[]
}

const AHEAD = 1.5
const BEHIND = 0.4

/**
 * Whose eyes the demo is seen with: the head of a school that fell behind, the methodist of one far ahead, a mentor of a
 * kindergarten. All of them stay to the end of the story, so that a later run finds the same people.
 */
export function castOf(
  organisations: readonly Organisation[],
  staff: readonly Somebody[],
  { leaders, mentors, experts }: Known,
): Cast {
  const lasting = staff.filter(stays)
  const who = (is: (employment: Employment) => boolean): Part => partOf(lasting.find((one) => is(mainOf(one))))
  const first = (list: readonly Somebody[], is: (employment: Employment) => boolean): Part => {
    const known = list.filter(stays)
    return partOf(known.find((one) => is(mainOf(one))) ?? known[0] ?? lasting[0])
  }
  const at = (type: Organisation['type'], position: RegExp) => (employment: Employment) =>
    employment.organisation.type === type && position.test(employment.position)
  const school = at('школа', /./)
  const ahead = ({ organisation }: Employment): boolean => organisation.care > AHEAD
  const behind = ({ organisation }: Employment): boolean => organisation.care < BEHIND
  const rmo = leaders.filter(({ community }) => community.startsWith('РМО')).map(({ somebody }) => somebody)
  if (organisations.length === 0) throw new Error('a district without organisations')
  return {
    teacher: who((one) => ahead(one) && one.position === 'учитель' && one.hired > '2000'),
    mentor: first(mentors, at('ДОУ', /воспитатель/)),
    leader: first(rmo, school),
    jury: first(experts, school),
    school_methodist: who((one) => ahead(one) && school(one) && one.position === 'заместитель директора'),
    head: who((one) => behind(one) && school(one) && one.position === 'директор'),
    psychologist: who(at('ЦППМСП', /педагог-психолог/)),
    methodist: who(at('ИМЦ', /методист/)),
    department: { name: 'Зорина Марина Викторовна' },
    directorate: who(at('ИМЦ', /директор/)),
    region: { name: 'Тихомиров Андрей Юрьевич' },
    admin: { name: 'Ермаков Никита Олегович' },
    security: { name: 'Савельев Роман Игоревич' },
  }
}

const stays = ({ person, employments }: Somebody): boolean =>
  person.snils !== null && employments.every(({ dismissed }) => dismissed === null)

function mainOf({ employments }: Somebody): Employment {
  const found = employments.find(({ main }) => main) ?? employments[0]
  if (found === undefined) throw new Error('somebody without a place of work')
  return found
}

function partOf(somebody: Somebody | undefined): Part {
  if (somebody === undefined) throw new Error('nobody fits the part')
  const { snils, ...person } = somebody.person
  const organisation = mainOf(somebody).organisation.code
  return { name: fullName(person), organisation, ...(snils !== null && { snils }) }
}

const fullName = ({ surname, given, patronymic }: Pick<Person, 'surname' | 'given' | 'patronymic'>): string =>
  [surname, given, patronymic].filter((part) => part !== null).join(' ')
