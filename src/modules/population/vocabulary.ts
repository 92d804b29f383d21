import type { Dictionary, DictionaryTerm } from '../registry/index.ts'
import type { Leaf } from './population.contract.ts'

/** Words of a phrase in both languages. */
export type Words = { readonly ru: string; readonly en: string }

/** What a fact is called before it is told; `own` where districts have a word of their own for it. */
export type Caption = Words & { readonly own?: DictionaryTerm }

export const sayCaption = (caption: Caption, language: 'ru' | 'en', dictionary: Dictionary): string =>
  caption.own === undefined ? caption[language] : dictionary[caption.own][language]

/** What a value is and where it stands in SQL. `ref` values are names of a classifier, stored by id. */
export type Field = {
  readonly words: Words
  /** SQL over the aliases of the declaration. */
  readonly column: string
  /** True where the column may be empty: then nobody knows, and a negation over it is unknown too. */
  readonly nullable?: boolean
  /** Seen by name only by the person and by holders of the purpose (scores, passed or failed). */
  readonly island?: boolean
} & (
  | { readonly kind: 'code'; readonly values: Readonly<Record<string, Words>> }
  | { readonly kind: 'ref'; readonly classifier: string; readonly many?: boolean }
  | { readonly kind: 'number'; readonly unit?: Words }
  | { readonly kind: 'flag' }
)

/** Names file, sheet, row and load behind a fact: columns source_id and source_row of this alias. */
export type Evidence = {
  /** `schema.table` whose rows are the evidence. */
  readonly table: string
  readonly alias: string
  /** SQL text shown as the fact in one line (a title, a programme, an organisation). */
  readonly label: string
  /** JOIN … of what only the label needs; left out where rows are counted. */
  readonly join?: (at: AsOf) => string
}

/** Evidence of an attribute: the rows of a subject, found by its id. */
export type AttributeEvidence = Evidence & {
  readonly from: (at: AsOf) => string
  readonly where: (at: AsOf) => string
  /** SQL of the subject's id. */
  readonly of: string
}

export type AsOf = { readonly tenant: number; readonly date: string }

/** What populations are made of: rows as of a day under the alias `s`. */
export type SubjectDeclaration = {
  readonly subject: string
  readonly words: {
    readonly ru: readonly [one: string, few: string, many: string]
    readonly en: readonly [one: string, other: string]
  }
  /** FROM with the alias `s`; every table in it names the tenant itself, so that its index is used. */
  readonly from: (at: AsOf) => string
  readonly where: (at: AsOf) => string
  readonly id: string
  /** The organisation a subject belongs to, for slices and for reach. */
  readonly organisation: string
  readonly organisationType: string
  readonly slices: Readonly<Record<string, Slice>>
  /** Quantities that can be summed. */
  readonly sums: Readonly<Record<string, { readonly column: string; readonly words: Words }>>
  /** SELECT id, label of all subjects whatever the day: the text they are listed by. */
  readonly labels: (at: Pick<AsOf, 'tenant'>) => string
  /** The subject's own row, where it is the evidence itself. */
  readonly evidence?: AttributeEvidence
  /** Facts shown beside every member, whatever the population asks. */
  readonly always?: readonly Leaf[]
}

/** A way to break a figure down: by one key a subject, or by each of several. */
export type Slice =
  | { readonly kind: 'ref'; readonly classifier: string; readonly column: string; readonly many: boolean }
  | { readonly kind: 'code'; readonly column: string; readonly values: Readonly<Record<string, Words>> }
  | {
      readonly kind: 'bands'
      readonly column: string
      readonly bands: readonly { readonly key: string; readonly from: number; readonly under: number | null }[]
    }

type Named = {
  readonly term: string
  readonly subject: string
  /** What it is called where terms are chosen; the words of its field, or the phrase without its condition, unless said. */
  readonly label?: Words
}

/** Something a subject is or has by itself. */
export type AttributeDeclaration = Named & {
  readonly phrase: Phrase
  /** The rows the value stands on, where it is not the subject's own row. */
  readonly evidence?: AttributeEvidence
  /** What the evidence shows: «дата рождения». */
  readonly caption?: Caption
  /** Why it may be unknown, shown beside people who are not counted. */
  readonly unknown?: Words
} & (
    | { readonly kind: 'field'; readonly field: Field; readonly mainColumn?: string }
    /** Full years since a day. */
    | { readonly kind: 'years'; readonly column: string; readonly nullable: boolean }
    /** A day that falls into a window; empty means it has not come. */
    | { readonly kind: 'day'; readonly column: string }
    /** A state at the day. */
    | { readonly kind: 'state'; readonly sql: (at: AsOf) => string }
  )

/** Something that happened to a subject, kept as rows of its own. */
export type FactDeclaration = Named & {
  readonly phrase: Phrase
  readonly kind: 'fact'
  /** FROM of the rows, with what `where`, `of`, `time` and `fields` need; facts with the same texts are scanned once. */
  readonly from: (at: AsOf) => string
  readonly where: (at: AsOf) => string
  /** SQL of the subject's id. */
  readonly of: string
  readonly time: { readonly on: string } | { readonly from: string; readonly to: string }
  readonly fields: Readonly<Record<string, Field>>
  readonly evidence: Evidence
  /** What it is, before what the evidence shows: «обучение», «наставник» */
  readonly caption: Caption
}

/** Looks at linked subjects: an organisation that has at least n people of a population. */
export type LinkDeclaration = Named & {
  readonly phrase: Phrase
  readonly kind: 'link'
  readonly to: string
  /** SQL over the linked subject's `s` that gives the id of this one. */
  readonly through: string
}

export type TermDeclaration = AttributeDeclaration | FactDeclaration | LinkDeclaration

/**
 * How a term reads. `noun` takes the place of the subject's noun («педагоги»), `with` stands behind it
 * («моложе 35 лет», «в ДОУ»), `who` is what they did or are («прошли диагностику»). `{}` marks the place of the condition.
 */
export type Phrase = { readonly part: 'noun' | 'with' | 'who' } & Words

export type Vocabulary = {
  readonly subjects: ReadonlyMap<string, SubjectDeclaration>
  term(subject: string, name: string): TermDeclaration | undefined
  terms(subject: string): readonly TermDeclaration[]
}

/** What a module tells the language: its subjects and terms. */
export type Declarations = {
  readonly subjects?: readonly SubjectDeclaration[]
  readonly terms?: readonly TermDeclaration[]
}

/** Joins the declarations of all modules. A name declared twice for a subject, or a term of an unknown subject, is a bug. */
export function createVocabulary(declarations: readonly Declarations[]): Vocabulary {
  const subjects = new Map<string, SubjectDeclaration>()
  for (const subject of declarations.flatMap((d) => d.subjects ?? [])) {
    if (subjects.has(subject.subject)) throw new Error(`subject declared twice: ${subject.subject}`)
    subjects.set(subject.subject, subject)
  }
  const terms = new Map<string, TermDeclaration>()
  for (const term of declarations.flatMap((d) => d.terms ?? [])) {
    const key = `${term.subject}.${term.term}`
    if (terms.has(key)) throw new Error(`term declared twice: ${key}`)
    if (!subjects.has(term.subject)) throw new Error(`term of an unknown subject: ${key}`)
    terms.set(key, term)
  }
  const all = [...terms.values()]
  return {
    subjects,
    term: (subject, name) => terms.get(`${subject}.${name}`),
    terms: (subject) => all.filter((term) => term.subject === subject),
  }
}
