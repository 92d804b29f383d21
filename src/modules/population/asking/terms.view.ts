import { sayPopulation } from '../sentence.ts'
import type { Field, SubjectDeclaration, TermDeclaration, Vocabulary, Words } from '../vocabulary.ts'
import type { Choice, FieldView, SubjectView, TermView } from './populations.contract.ts'

type Language = 'ru' | 'en'

/** The vocabulary as it is chosen from: no SQL, words of one language. */
export function viewSubjects(vocabulary: Vocabulary, language: Language): SubjectView[] {
  return [...vocabulary.subjects.values()].map((subject) => ({
    subject: subject.subject,
    label: sayPopulation(vocabulary, subject.subject, { all: [] }, language),
    forms: formsOf(subject, language),
    terms: vocabulary.terms(subject.subject).map((term) => viewTerm(term, language)),
    slices: Object.keys(subject.slices),
    sums: choicesOf(
      Object.entries(subject.sums).map(([name, { words }]) => [name, words]),
      language,
    ),
  }))
}

/** The open lists that any field of the vocabulary takes values of. */
export function listsOf(vocabulary: Vocabulary): string[] {
  const terms = [...vocabulary.subjects.keys()].flatMap((subject) => vocabulary.terms(subject))
  const fields = terms.flatMap((term) =>
    term.kind === 'field' ? [term.field] : term.kind === 'fact' ? Object.values(term.fields) : [],
  )
  return [...new Set(fields.flatMap((field) => (field.kind === 'ref' ? [field.classifier] : [])))]
}

function formsOf({ words }: SubjectDeclaration, language: Language): SubjectView['forms'] {
  const [one, few, many] = language === 'ru' ? words.ru : [words.en[0], words.en[1], words.en[1]]
  return { one, few, many, other: few }
}

function viewTerm(term: TermDeclaration, language: Language): TermView {
  return {
    term: term.term,
    label: labelOf(term)[language],
    group: term.kind === 'fact' || term.kind === 'link' ? 'deed' : 'quality',
    kind: term.kind,
    field: term.kind === 'field' ? viewField(term.term, term.field, language) : null,
    main: term.kind === 'field' && term.mainColumn !== undefined,
    fields:
      term.kind === 'fact' ? Object.entries(term.fields).map(([name, field]) => viewField(name, field, language)) : [],
    time: term.kind === 'fact' ? ('on' in term.time ? 'day' : 'span') : term.kind === 'day' ? 'day' : null,
    to: term.kind === 'link' ? term.to : null,
  }
}

function labelOf(term: TermDeclaration): Words {
  if (term.label !== undefined) return term.label
  if (term.kind === 'field') return term.field.words
  const bare = (phrase: string): string => phrase.replace('{}', '').replace(/^,/, '').replace(/ +/g, ' ').trim()
  return { ru: bare(term.phrase.ru), en: bare(term.phrase.en) }
}

function viewField(name: string, field: Field, language: Language): FieldView {
  return {
    name,
    label: field.words[language],
    kind: field.kind,
    values: field.kind === 'code' ? choicesOf(Object.entries(field.values), language) : [],
    classifier: field.kind === 'ref' ? field.classifier : null,
    island: field.island === true,
  }
}

const choicesOf = (entries: readonly (readonly [string, Words])[], language: Language): Choice[] =>
  entries.map(([value, words]) => ({ value, label: words[language] }))
