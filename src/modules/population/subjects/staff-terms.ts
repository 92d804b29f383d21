import * as literal from '../literal.ts'
import type { AsOf, FactDeclaration, Field } from '../vocabulary.ts'

const EMPLOYMENT_KIND_WORDS = {
  main: { ru: 'основное место', en: 'main place' },
  inner: { ru: 'внутреннее совместительство', en: 'part-time at the same employer' },
  outer: { ru: 'внешнее совместительство', en: 'part-time beside another employer' },
}

/**
 * What version 2 of the exchange says of an employment, as fields of the facts `employed`. Cells that name something (a
 * function, a class, an address) say by being empty that there is nothing; a kind of employment there always is.
 */
export const employmentDetails: Readonly<Record<string, Field>> = {
  kind: {
    kind: 'code',
    // Who is marked as working there mainly needs no further word.
    column: "coalesce(e.kind, case when e.main then 'main' end)",
    nullable: true,
    values: EMPLOYMENT_KIND_WORDS,
    words: { ru: 'вид занятости', en: 'kind of employment' },
  },
  deputyFunction: {
    kind: 'ref',
    classifier: 'deputy_function',
    column: 'e.deputy_function_id',
    words: { ru: 'функция заместителя', en: 'function of a deputy' },
  },
  classLed: {
    kind: 'flag',
    column: '(e.class_led is not null)',
    words: { ru: 'классное руководство', en: 'leads a class' },
  },
  email: {
    kind: 'flag',
    column: '(e.email is not null)',
    words: { ru: 'есть электронная почта', en: 'has an address of mail' },
  },
  organisationKind: {
    kind: 'ref',
    classifier: 'organisation_kind',
    column: 'o.kind_id',
    nullable: true,
    words: { ru: 'вид организации', en: 'kind of organisation' },
  },
}

/** What files write into the column of categories of those who have none. */
const WITHOUT = ['нет', '-', 'без категории', 'б/к', 'не имеет', 'не аттестован', 'не аттестована']

/** Employments whose category is known, each with that category. */
const categories = {
  subject: 'person',
  kind: 'fact',
  from: (at: AsOf) =>
    `registry.employment e join registry.classifier_value k on k.tenant_id = ${literal.int(at.tenant)} and k.id = e.category_id and k.key not in (${WITHOUT.map((key) => `'${key}'`).join(', ')})`,
  where: (at: AsOf) => `e.tenant_id = ${literal.int(at.tenant)}`,
  of: 'e.person_id',
  fields: {
    category: {
      kind: 'ref',
      classifier: 'category',
      column: 'e.category_id',
      words: { ru: 'категория', en: 'category' },
    },
    position: {
      kind: 'ref',
      classifier: 'position',
      column: 'e.position_id',
      words: { ru: 'должность', en: 'position' },
    },
  },
  evidence: {
    table: 'registry.employment',
    alias: 'e',
    label: `k.label || coalesce(' с ' || to_char(e.category_on, 'DD.MM.YYYY'), '') || coalesce(' по ' || to_char(registry.category_end(k.key, e.category_on, e.category_until), 'DD.MM.YYYY'), '') || coalesce(', ' || e.category_order, '')`,
  },
} as const

/** What staff rows say of people beside their work, in force from day to day. */
export const staffTerms: readonly FactDeclaration[] = [
  {
    ...categories,
    term: 'holdsCategory',
    label: { ru: 'категория в силе', en: 'category in force' },
    phrase: { part: 'who', ru: 'имеют категорию {}', en: 'are holders of a category {}' },
    caption: { ru: 'категория', en: 'category' },
    // Of older files no more is known than that it is held in this employment.
    time: {
      from: 'coalesce(e.category_on, e.hired_on)',
      to: 'least(registry.category_end(k.key, e.category_on, e.category_until), e.dismissed_on)',
    },
  },
  {
    ...categories,
    term: 'grantedCategory',
    label: { ru: 'присвоение категории', en: 'granting of a category' },
    phrase: { part: 'who', ru: 'получили категорию {}', en: 'were granted a category {}' },
    caption: { ru: 'присвоена категория', en: 'category granted' },
    time: { on: 'e.category_on' },
  },
  {
    term: 'onLeave',
    subject: 'person',
    label: { ru: 'длительный отпуск', en: 'long leave' },
    phrase: { part: 'who', ru: 'находятся в длительном отпуске {}', en: 'are on long leave {}' },
    caption: { ru: 'длительный отпуск', en: 'long leave' },
    kind: 'fact',
    from: (at) =>
      `registry.employment e left join registry.classifier_value v on v.tenant_id = ${literal.int(at.tenant)} and v.id = e.leave_kind_id`,
    where: (at) =>
      `e.tenant_id = ${literal.int(at.tenant)} and (e.leave_on is not null or e.leave_kind_id is not null)`,
    of: 'e.person_id',
    // Without its first day it is known by its name only: it counts as long as the employment lasts.
    time: { from: 'coalesce(e.leave_on, e.hired_on)', to: 'least(e.leave_until, e.dismissed_on)' },
    fields: {
      kind: {
        kind: 'ref',
        classifier: 'leave_kind',
        column: 'e.leave_kind_id',
        nullable: true,
        words: { ru: 'вид отпуска', en: 'kind of leave' },
      },
      main: { kind: 'flag', column: 'e.main', words: { ru: 'основное место', en: 'main employment' } },
    },
    evidence: {
      table: 'registry.employment',
      alias: 'e',
      label: `coalesce(v.label, 'длительный отпуск') || coalesce(' с ' || to_char(e.leave_on, 'DD.MM.YYYY'), '') || coalesce(' по ' || to_char(e.leave_until, 'DD.MM.YYYY'), '')`,
    },
  },
]
