import type { Block, Document } from '../../../platform/documents/index.ts'
import type { LifeFact } from '../../population/life/life.contract.ts'
import type { Aim, Folder } from './attestation.contract.ts'
import type { Applicant } from './attestation.repo.ts'

const AIMS: Readonly<Record<Aim, string>> = {
  first: 'на первую квалификационную категорию',
  highest: 'на высшую квалификационную категорию',
  methodist: 'на квалификационную категорию «педагог-методист»',
  mentor: 'на квалификационную категорию «педагог-наставник»',
}

export type FolderFacts = {
  readonly folder: Folder
  readonly applicant: Applicant
  /** ISO, of the paper. */
  readonly day: string
  readonly district: string
}

/** What is on record, as a paper to put beside an application. The same facts give the same bytes. */
export function folderDocument({ folder, applicant, day, district }: FolderFacts): Document {
  const { aim, category, since, parts } = folder
  const known =
    category === null ? 'нет' : [category.label, category.on && `с ${shortDay(category.on)}`].filter(Boolean).join(' ')
  return {
    title: `Сведения к аттестации ${AIMS[aim]}`,
    language: 'ru',
    date: day,
    footer: `${applicant.name} · ${district}`,
    parts: [
      {
        landscape: false,
        blocks: [
          { is: 'title', text: 'Сведения к аттестации', under: [AIMS[aim]] },
          {
            is: 'paragraph',
            text: [{ text: applicant.name, strong: true }, applicant.place === null ? '' : `, ${applicant.place}`],
          },
          {
            is: 'paragraph',
            text: [`Категория сейчас: ${known}. Факты собраны с ${shortDay(since)} по ${shortDay(day)}.`],
          },
          ...parts.flatMap(blocksOf),
          {
            is: 'paragraph',
            small: true,
            text: [
              'Собрано по данным района. Документ подготовлен для удобства и не обязателен: приложить его или нет, решает педагог.',
            ],
          },
        ],
      },
    ],
  }
}

function blocksOf({ title, hint, facts }: Folder['parts'][number]): Block[] {
  const heading: Block = { is: 'heading', level: 2, text: title }
  if (facts.length === 0) return [heading, { is: 'paragraph', text: [hint] }]
  return [
    heading,
    {
      is: 'table',
      caption: title,
      columns: [
        { title: 'Когда', width: 3 },
        { title: 'Что', width: 7 },
        { title: 'Подробнее', width: 5 },
        { title: 'Откуда', width: 3 },
      ],
      rows: facts.map((fact) => [
        [daysOf(fact)],
        [`${upperFirst(fact.caption)}: ${fact.label}`],
        [fact.details.map(({ name, value }) => `${name}: ${value}`).join('; ')],
        [sourceOf(fact)],
      ]),
    },
  ]
}

const shortDay = (day: string): string => day.split('-').reverse().join('.')
const upperFirst = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

function daysOf({ from, to, lasting }: LifeFact): string {
  if (to !== null) return `${shortDay(from)} — ${shortDay(to)}`
  return lasting ? `с ${shortDay(from)}` : shortDay(from)
}

function sourceOf({ source }: LifeFact): string {
  if (source === null) return 'внесено в системе'
  return source.row === null ? source.file : `${source.file}, строка ${source.row}`
}
