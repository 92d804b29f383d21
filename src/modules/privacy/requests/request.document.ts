import type { Block, Document } from '../../../platform/documents/index.ts'
import type { RequestKind } from './requests.contract.ts'

const ABOUT: Readonly<Record<RequestKind, string>> = {
  copy: 'о том, какие ваши персональные данные обрабатываются',
  correction: 'об исправлении ваших персональных данных',
  withdrawal: 'об отзыве согласий на обработку персональных данных',
  erasure: 'об удалении ваших персональных данных',
}

/** A table of the register with what became of its rows. */
export type Told = { readonly about: string; readonly rows: number; readonly fate: string }

export type LetterFacts = {
  readonly id: number
  readonly district: string
  readonly applicant: string
  readonly kind: RequestKind
  /** Days in words. */
  readonly receivedOn: string
  readonly answeredOn: string
  /** ISO, of the answer. */
  readonly day: string
  readonly isDone: boolean
  readonly extension: string | null
  readonly answer: string
  readonly erased: readonly Told[]
}

/** The answer as a letter, in Russian: it is a paper of a Russian district, whoever prints it. */
export function requestDocument(facts: LetterFacts): Document {
  const { id, district, applicant, kind, receivedOn, answeredOn, day, isDone, extension, erased } = facts
  const title = 'Ответ на обращение о персональных данных'
  const more: Block[] =
    erased.length === 0
      ? []
      : [
          {
            is: 'table',
            caption: 'Что удалено и что осталось',
            columns: [
              { title: 'Сведения', width: 5 },
              { title: 'Записей', width: 2, align: 'end' },
              { title: 'Что с ними', width: 7 },
            ],
            rows: erased.map(({ about, rows, fate }) => [[about], [String(rows)], [fate]]),
          },
        ]
  return {
    ...{ title: `${title} № ${id}`, language: 'ru', date: day, footer: `${district} · обращение № ${id}` },
    parts: [
      {
        landscape: false,
        blocks: [
          { is: 'letterhead', issuer: district, number: `${answeredOn}  № ${id}`, addressee: applicant },
          { is: 'title', text: title, under: [`от ${receivedOn}`] },
          { is: 'paragraph', text: [`Вы обратились ${ABOUT[kind]}. Обращение получено ${receivedOn}.`] },
          ...(extension === null
            ? []
            : [{ is: 'paragraph' as const, text: [`Срок ответа продлён на пять рабочих дней: ${extension}`] }]),
          {
            is: 'paragraph',
            text: [{ text: isDone ? 'Обращение выполнено. ' : 'В обращении отказано. ', strong: true }, facts.answer],
          },
          ...more,
          {
            is: 'paragraph',
            small: true,
            text: [
              'Действия оператора можно обжаловать в уполномоченный орган по защите прав субъектов персональных данных или в суд (152-ФЗ, ст. 17).',
            ],
          },
          { is: 'signature', position: 'Ответственный за обработку персональных данных', name: '____________________' },
        ],
      },
    ],
  }
}
