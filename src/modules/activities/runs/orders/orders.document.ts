import type { Document } from '../../../../platform/documents/index.ts'
import { draftOrder } from '../../draft.order.ts'
import type { RunOrder } from './orders.contract.ts'

export type Named = {
  readonly person: number
  readonly name: string
  readonly organisation: string | null
  /** Of who came after it began, and why. */
  readonly joinedOn: string | null
  readonly joinedFor: string
  readonly leftOn: string | null
  readonly leftFor: string | null
}

export type RunFacts = {
  readonly title: string
  readonly programme: string
  readonly kind: 'upskilling' | 'retraining'
  readonly hours: number
  /** Those it carries out; none: all of the programme. */
  readonly modules: readonly { readonly title: string }[]
  readonly organiser: string
  readonly heldOn: string
  readonly lastOn: string
  /** ISO; of the day it is printed. */
  readonly day: string
  readonly people: readonly Named[]
  /** Somebody studies by themselves, without a group. */
  readonly isAlone?: boolean
}

const KINDS = { upskilling: 'повышения квалификации', retraining: 'профессиональной переподготовки' } as const
const inWords = new Intl.DateTimeFormat('ru', { dateStyle: 'long', timeZone: 'UTC' })
const dated = (day: string): string => inWords.format(Date.parse(`${day}T00:00:00Z`))
const short = (day: string): string => day.split('-').reverse().join('.')

type Wording = {
  readonly about: string
  readonly does: (facts: RunFacts, programme: string) => string
  readonly caption: string
}

const WORDINGS: Readonly<Record<RunOrder, Wording>> = {
  enrolment: {
    about: 'О зачислении слушателей',
    does: ({ heldOn }, programme) => `Зачислить с ${dated(heldOn)} для обучения ${programme} следующих слушателей:`,
    caption: 'Зачисляются',
  },
  supplement: {
    about: 'О дозачислении слушателей (дополнение к приказу о зачислении)',
    does: ({ people }, programme) =>
      `Дополнить приказ о зачислении: зачислить ${sayFrom(people)} для обучения ${programme} следующих слушателей:`,
    caption: 'Зачисляются дополнительно',
  },
  leaving: {
    about: 'Об отчислении слушателей',
    does: (_, programme) => `Отчислить до окончания обучения ${programme} следующих слушателей:`,
    caption: 'Отчисляются',
  },
  completion: {
    about: 'Об отчислении слушателей в связи с завершением обучения',
    does: ({ lastOn }, programme) =>
      `Отчислить ${dated(lastOn)} в связи с завершением обучения ${programme} следующих слушателей:`,
    caption: 'Завершили обучение',
  },
}

/** One day is said once, in the order itself; of several each line says its own. */
function sayFrom(people: readonly Named[]): string {
  const [day, ...others] = [...new Set(people.map(({ joinedOn }) => joinedOn))]
  return day == null || others.length > 0 ? 'с указанных дней' : `с ${dated(day)}`
}

/** From which day and why somebody joins or leaves; nothing where the order says the same of everybody. */
function sinceOf(order: RunOrder, { joinedOn, joinedFor, leftOn, leftFor }: Named): string[] {
  if (order === 'supplement' && joinedOn !== null) return [`${short(joinedOn)}, ${joinedFor}`]
  return order === 'leaving' && leftOn !== null ? [`${short(leftOn)}, ${leftFor ?? ''}`] : []
}

export function runOrderDocument(order: RunOrder, facts: RunFacts): Document {
  const { title, organiser, day, people, kind, hours, modules, isAlone = false } = facts
  const { about, does, caption } = WORDINGS[order]
  const part = modules.length === 0 ? '' : `, модули: ${modules.map((module) => `«${module.title}»`).join(', ')}`
  const programme = `по программе ${KINDS[kind]} «${facts.programme}»${part} (${hours} ч, ${short(facts.heldOn)} – ${short(facts.lastOn)}${isAlone ? ', самостоятельно, без группы' : ''})`
  return draftOrder({
    ...{ issuer: organiser, about, title: `Проект приказа: ${title}`, day },
    purpose: `В соответствии с порядком организации обучения по дополнительным профессиональным программам`,
    points: [does(facts, programme), 'Контроль исполнения приказа оставляю за собой.'],
    table: {
      caption,
      columns: [
        { title: '№', width: 1, align: 'end' },
        { title: 'Фамилия, имя, отчество', width: 6 },
        { title: 'Организация', width: 6 },
        ...(order === 'leaving' || order === 'supplement' ? [{ title: 'С какого дня и почему', width: 5 }] : []),
      ],
      rows: people.map((one, at) => [
        [String(at + 1)],
        [one.name],
        [one.organisation ?? '—'],
        ...sinceOf(order, one).map((said) => [said]),
      ]),
    },
  })
}
