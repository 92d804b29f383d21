import type { Sheet, SheetLine } from '../../../platform/documents/index.ts'
import { type Called, inDative, sexOf } from './declension.ts'
import type { About } from './kinds.contract.ts'
import { sayDay, sayDays, sayHoursOf } from './russian.days.ts'

/** All that stands on a paper, as it is on the day it is given. */
export type PaperFacts = {
  readonly called: Called
  readonly about: About
  readonly number: string
  readonly issuedOn: string
  /** The day of the paper in whose place this one is given; null: it is the first. */
  readonly replaces: string | null
  readonly issuer: { readonly name: string; readonly place: string; readonly under: readonly string[] }
  readonly signatory: { readonly name: string; readonly post: string }
  /** Where whoever reads the paper finds out whether it is good, and the same as a picture. */
  readonly proof: { readonly address: string; readonly svg: string }
}

const PLAIN = 'Проверить, действителен ли документ:'

/** The paper itself, always in Russian. */
export function paperSheet(facts: PaperFacts): Sheet {
  const { about, number, issuedOn, replaces, issuer, signatory, proof } = facts
  const heading = headingOf(about)
  return {
    title: `${heading} № ${number}`,
    issuer: issuer.name,
    under: issuer.under,
    heading: heading.toLocaleUpperCase('ru'),
    number: replaces === null ? `№ ${number}` : `№ ${number}, взамен выданного ${sayDay(replaces)}`,
    lines: linesOf(facts),
    signature: { position: signatory.post, name: signatory.name },
    given: [issuer.place, sayDay(issuedOn)].filter(Boolean).join(', '),
    proof: { svg: proof.svg, about: `Код для проверки: ${proof.address}`, words: `${PLAIN} ${proof.address}` },
  }
}

const HEADINGS = {
  upskilling: 'Удостоверение о повышении квалификации',
  retraining: 'Диплом о профессиональной переподготовке',
  activity: 'Сертификат методической активности',
} as const

const GIVES = {
  qualification: 'Диплом подтверждает присвоение квалификации',
  work: 'Диплом даёт право на ведение профессиональной деятельности в сфере',
} as const

function headingOf(about: About): string {
  if (about.kind === 'participation') return `Сертификат ${PARTS[about.part].whose}`
  return HEADINGS[about.kind]
}

type Verb = { readonly female: string; readonly male: string; readonly both: string }

const PARTS: Readonly<Record<'participant' | 'listener' | 'speaker', { whose: string; did: Verb }>> = {
  participant: {
    whose: 'участника',
    did: {
      female: 'приняла участие в мероприятии',
      male: 'принял участие в мероприятии',
      both: 'принял(а) участие в мероприятии',
    },
  },
  listener: {
    whose: 'слушателя',
    did: {
      female: 'была слушателем мероприятия',
      male: 'был слушателем мероприятия',
      both: 'был(а) слушателем мероприятия',
    },
  },
  speaker: {
    whose: 'докладчика',
    did: {
      female: 'выступила с докладом на мероприятии',
      male: 'выступил с докладом на мероприятии',
      both: 'выступил(а) с докладом на мероприятии',
    },
  },
}

const PASSED: Verb = { female: 'прошла', male: 'прошёл', both: 'прошёл (прошла)' }
const HONOURED: Verb = { female: 'отмечена', male: 'отмечен', both: 'отмечен(а)' }

const plain = (text: string): SheetLine => ({ is: 'plain', text })
const name = (text: string): SheetLine => ({ is: 'name', text })
const subject = (title: string): SheetLine => ({ is: 'subject', text: `«${title}»` })

/** «выдан Ивановой Анне Сергеевне в том, что она …»; where nobody can say the case, «подтверждает, что Заяц Иван …». */
function linesOf({ called, about }: PaperFacts): SheetLine[] {
  const dative = inDative(called)
  const sex = sexOf(called)
  const full = [called.surname, called.givenName, called.patronymic].filter(Boolean).join(' ')
  const did = (verb: Verb): string => verb[sex ?? 'both']
  const inThat = (text: string): SheetLine =>
    plain(dative === undefined ? text : `в том, что ${sex === 'female' ? 'она' : 'он'} ${text}`)
  const given = (what: string, verb: string): SheetLine[] =>
    dative === undefined
      ? [plain(`${what} подтверждает, что`.trim()), name(full)]
      : [plain(`${what} ${verb}`.trim()), name(dative)]
  switch (about.kind) {
    case 'participation': {
      const { part, title, startsOn, endsOn, hours } = about
      const when = sayDays(startsOn, endsOn)
      return [
        ...given('', 'выдан'),
        inThat(did(PARTS[part].did)),
        subject(title),
        plain(hours === null ? when : `${when}, в объёме ${sayHoursOf(hours)}`),
      ]
    }
    case 'upskilling': {
      const { title, startsOn, endsOn, hours } = about
      return [
        ...given('Настоящее удостоверение', 'выдано'),
        inThat(`${sayDays(startsOn, endsOn)} ${did(PASSED)} повышение квалификации`),
        plain('по дополнительной профессиональной программе'),
        subject(title),
        plain(`в объёме ${sayHoursOf(hours)}`),
      ]
    }
    case 'retraining': {
      const { title, startsOn, endsOn, hours, gives, given: what } = about
      return [
        ...given('Настоящий диплом', 'выдан'),
        inThat(`${sayDays(startsOn, endsOn)} ${did(PASSED)} профессиональную переподготовку`),
        plain('по дополнительной профессиональной программе'),
        subject(title),
        plain(`в объёме ${sayHoursOf(hours)}.`),
        plain(GIVES[gives]),
        subject(what),
      ]
    }
    case 'activity': {
      const { title, doneOn, place } = about
      const whenAndWhere = [doneOn && sayDay(doneOn), place].filter(Boolean).join(', ')
      const what = [subject(title), ...(whenAndWhere === '' ? [] : [plain(whenAndWhere)])]
      return dative === undefined
        ? [plain('подтверждает, что'), name(full), plain(`${did(HONOURED)} за методическую активность:`), ...what]
        : [plain('выдан'), name(dative), plain('за методическую активность:'), ...what]
    }
  }
}
