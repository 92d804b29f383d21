import type { Block, Document, Table } from '../../../platform/documents/index.ts'
import { LEAST_HOURS, LEAST_HOURS_OF_RETRAINING } from '../../documents/papers/kinds.contract.ts'
import { hoursTaken } from './hours-taken.contract.ts'
import type { Programme } from './programmes.contract.ts'

const KINDS = { upskilling: 'повышение квалификации', retraining: 'профессиональная переподготовка' } as const
const OF_KIND = { upskilling: 'повышения квалификации', retraining: 'профессиональной переподготовки' } as const
const FORMS = { in_person: 'очная', distance: 'дистанционная', blended: 'очно-дистанционная' } as const
const LESSONS = {
  in_person: 'очные занятия',
  distance: 'дистанционные занятия',
  self: 'самостоятельная работа',
} as const
const PAPERS = {
  upskilling: 'удостоверение о повышении квалификации',
  retraining: 'диплом о профессиональной переподготовке',
} as const
const LEAST = { upskilling: LEAST_HOURS, retraining: LEAST_HOURS_OF_RETRAINING } as const

const dayInWords = new Intl.DateTimeFormat('ru', { dateStyle: 'long', timeZone: 'UTC' })
const dated = (day: string): string => dayInWords.format(Date.parse(`${day}T00:00:00Z`))

type Printing = {
  /** The district's letterhead; empty where it has none yet. */
  readonly issuer: string
  /** ISO. */
  readonly today: string
}

/** A programme as it is approved and handed on. In Russian: it is a paper of a Russian organisation. */
export function programmeDocument(programme: Programme, { issuer, today }: Printing): Document {
  const { title, kind, about, results, order, providers } = programme
  const lead = providers[0]?.name ?? issuer
  const name = `Дополнительная профессиональная программа ${OF_KIND[kind]}`
  const standing = order === null ? 'Проект' : `Утверждена приказом от ${dated(order.on)} № ${order.number}`
  const blocks: Block[] = [
    { is: 'letterhead', issuer: issuer || lead, number: standing, addressee: '' },
    { is: 'title', text: name, under: [`«${title}»`, providers.map((one) => one.name).join('; ')].filter(Boolean) },
    { is: 'heading', level: 1, text: 'Паспорт программы' },
    passport(programme),
    ...saying('Цель и содержание', about),
    ...saying('Планируемые результаты', results),
    { is: 'heading', level: 1, text: 'Учебный план' },
    ...planOf(programme),
    ...(providers.length === 0 ? [{ name: lead }] : providers).map(
      (one): Block => ({ is: 'signature', position: `Руководитель, ${one.name}`, name: '____________________' }),
    ),
  ]
  return {
    title: `${name}: ${title}`,
    language: 'ru',
    date: today,
    footer: title,
    parts: [{ landscape: false, blocks }],
  }
}

/** Nothing where nobody wrote anything. */
function saying(heading: string, text: string): Block[] {
  if (text === '') return []
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return [
    { is: 'heading', level: 1, text: heading },
    ...lines.map((line): Block => ({ is: 'paragraph', text: [line] })),
  ]
}

function passport(programme: Programme): Table {
  const { kind, form, hours, selfStudy, audience, competences, topic, providers, number, edition } = programme
  const { registeredOn, validUntil, requestedBy, indicator, reason } = programme
  const valid = validUntil === null ? 'бессрочно' : `до ${dated(validUntil)}`
  const ground = [
    reason,
    requestedBy === null ? '' : `запрос: ${requestedBy.name}`,
    indicator === null ? '' : `показатель ${indicator.code}: ${indicator.title}`,
  ]
  const said: readonly (readonly [string, string | null | undefined])[] = [
    ['Вид программы', KINDS[kind]],
    ['Объём', hours === null ? null : `${hours} ч`],
    ['Форма обучения', FORMS[form]],
    ['Как проходят', selfStudy ? 'в группе или самостоятельно' : 'в группе'],
    ['Для кого', audience],
    ['Тема', topic?.label],
    ['Развиваемые компетенции', competences],
    [
      'Кто реализует',
      providers.map(({ name }, at) => (at === 0 && providers.length > 1 ? `${name} (ведущая)` : name)).join('; '),
    ],
    ['Документ об освоении', hours === null ? null : hours >= LEAST[kind] ? PAPERS[kind] : 'сертификат участия'],
    ['Основание для разработки', ground.filter(Boolean).join('; ')],
    [
      'Номер в реестре',
      number === null || registeredOn === null ? null : `${number}, с ${dated(registeredOn)}, ${valid}`,
    ],
    ['Редакция', String(edition)],
  ]
  return {
    is: 'table',
    caption: 'Паспорт',
    columns: [
      { title: 'Сведения', width: 4 },
      { title: 'Содержание', width: 9 },
    ],
    rows: said.flatMap(([name, value]) => (value ? [[[name], [value]]] : [])),
  }
}

/** Those everybody takes, then those among which learners choose. */
function planOf({ modules, electives }: Programme): Block[] {
  if (modules.length === 0) return [{ is: 'paragraph', text: ['Модули ещё не определены.'] }]
  const fixed = modules.filter(({ elective }) => !elective)
  const chosen = modules.filter(({ elective }) => elective)
  const total = hoursTaken({ modules, electives })
  return [
    ...(fixed.length === 0 ? [] : [modulesTable('Модули', fixed)]),
    ...(chosen.length === 0
      ? []
      : [
          modulesTable('Модули по выбору', chosen),
          {
            is: 'paragraph',
            text: [`Из модулей по выбору слушатель проходит ${electives} из ${chosen.length}.`],
          } as const,
        ]),
    ...(total === undefined
      ? []
      : [{ is: 'paragraph', text: [{ text: `Всего: ${total} ч.`, strong: true }] } as const]),
  ]
}

const modulesTable = (caption: string, modules: Programme['modules']): Table => ({
  is: 'table',
  caption,
  columns: [
    { title: '№', width: 1, align: 'end' },
    { title: 'Модуль', width: 8 },
    { title: 'Вид занятий', width: 4 },
    { title: 'Часов', width: 2, align: 'end' },
  ],
  rows: modules.map(({ title, form, hours }, at) => [[String(at + 1)], [title], [LESSONS[form]], [String(hours)]]),
})
