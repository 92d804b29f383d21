import type { Block, Document, Table } from '../../platform/documents/index.ts'

export type DraftOrder = {
  readonly issuer: string
  /** `О направлении …`. */
  readonly about: string
  /** What the document is called in the list of files. */
  readonly title: string
  readonly purpose: string
  /** Numbered; the table follows the first. */
  readonly points: readonly [string, ...string[]]
  readonly table: Omit<Table, 'is'>
  /** ISO; of the day it is printed. */
  readonly day: string
}

/** The draft of an order, in Russian: it is a paper of a Russian organisation. Number and day are given by who signs it. */
export function draftOrder({ issuer, about, title, purpose, points, table, day }: DraftOrder): Document {
  const [first, ...others] = points.map((text, at): Block => ({ is: 'paragraph', text: [`${at + 1}. ${text}`] }))
  if (first === undefined) throw new Error('an order orders something')
  const blocks: Block[] = [
    { is: 'letterhead', issuer, number: '«___» ____________ 20___ г.  № ______', addressee: '' },
    { is: 'title', text: 'Приказ (проект)', under: [about] },
    { is: 'paragraph', text: [`${purpose} `, { text: 'приказываю:', strong: true }] },
    first,
    { is: 'table', ...table },
    ...others,
    { is: 'signature', position: 'Руководитель', name: '____________________' },
  ]
  return { title, language: 'ru', date: day, footer: issuer, parts: [{ landscape: false, blocks }] }
}
