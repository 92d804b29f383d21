import { type Declarations, type FactDeclaration, literal } from '../population/index.ts'
import { type DeedKind, LEVELS, ROLES, TYPE_LISTS } from './elsewhere/deeds.kinds.contract.ts'
import type { PaperKind } from './papers/kinds.contract.ts'

const KIND_WORDS = {
  participation: { ru: 'сертификат участия', en: 'certificate of taking part' },
  upskilling: { ru: 'удостоверение о повышении квалификации', en: 'certificate of further training' },
  retraining: { ru: 'диплом о профессиональной переподготовке', en: 'diploma of professional retraining' },
  activity: { ru: 'сертификат методической активности', en: 'certificate of methodical activity' },
} as const satisfies Readonly<Record<PaperKind, object>>

/** Papers of the district that hold: of one given anew the last edition, none that was revoked. No file tells of them. */
const HOLDING = `(select h.tenant_id, h.id, h.person_id, h.kind, h.issued_on, h.number, h.about, h.state,
    null::bigint as source_id, null::int as source_row from documents.document h)`

/** What was done elsewhere and confirmed; no file tells of it. */
const DEEDS = `(select e.tenant_id, e.id, e.person_id, e.kind, e.type_id, e.level_id, e.role_id, e.hours, e.ends_on, e.title,
    e.place, null::bigint as source_id, null::int as source_row from documents.elsewhere e where e.state = 'confirmed')`

type Field = FactDeclaration['fields'][string]

const typeOf = (kind: keyof typeof TYPE_LISTS): Field => ({
  ...{ kind: 'ref' as const, classifier: TYPE_LISTS[kind], column: `${kind}.type_id` },
  words: { ru: 'вид', en: 'kind' },
})
const levelOf = (kind: DeedKind): Field => ({
  ...{ kind: 'ref' as const, classifier: LEVELS, column: `${kind}.level_id`, nullable: true },
  words: { ru: 'уровень', en: 'level' },
})
const hoursOf = (kind: DeedKind): Field => ({
  ...{ kind: 'number' as const, column: `${kind}.hours`, nullable: true },
  words: { ru: 'часов', en: 'hours' },
})

type Said = Pick<FactDeclaration, 'term' | 'phrase' | 'caption' | 'fields'>

/** Deeds of a kind, on their last day; rows of different kinds go by different names, for they are different facts. */
const deed = (kind: DeedKind, said: Said): FactDeclaration => ({
  ...said,
  subject: 'person',
  kind: 'fact',
  from: () => `${DEEDS} as ${kind}`,
  where: (at) => `${kind}.tenant_id = ${literal.int(at.tenant)} and ${kind}.kind = ${literal.code(kind)}`,
  of: `${kind}.person_id`,
  time: { on: `${kind}.ends_on` },
  evidence: { table: 'documents.elsewhere', alias: kind, label: `concat_ws(', ', ${kind}.title, ${kind}.place)` },
})

export const documentsTerms: Declarations = {
  terms: [
    {
      term: 'holdsDocument',
      subject: 'person',
      kind: 'fact',
      phrase: { part: 'who', ru: 'получили документ {}', en: 'were given a document {}' },
      caption: { ru: 'документ', en: 'document' },
      from: () => `${HOLDING} as dd`,
      where: (at) =>
        `dd.tenant_id = ${literal.int(at.tenant)} and dd.person_id is not null and dd.state in ('printing', 'issued')`,
      of: 'dd.person_id',
      time: { on: 'dd.issued_on' },
      fields: {
        kind: { kind: 'code', column: 'dd.kind', values: KIND_WORDS, words: { ru: 'вид', en: 'kind' } },
        hours: {
          kind: 'number',
          column: `(dd.about ->> 'hours')::numeric`,
          nullable: true,
          words: { ru: 'часов', en: 'hours' },
        },
      },
      evidence: {
        table: 'documents.document',
        alias: 'dd',
        label: `concat_ws(': ', dd.number, dd.about ->> 'title')`,
      },
    },
    deed('publication', {
      term: 'published',
      phrase: { part: 'who', ru: 'опубликовали работу {}', en: 'published something {}' },
      caption: { ru: 'публикация', en: 'publication' },
      fields: { kind: typeOf('publication'), level: levelOf('publication') },
    }),
    deed('award', {
      term: 'awarded',
      phrase: { part: 'who', ru: 'отмечены наградой {}', en: 'were given an award {}' },
      caption: { ru: 'награда', en: 'award' },
      fields: { kind: typeOf('award'), level: levelOf('award') },
    }),
    deed('event', {
      term: 'representedElsewhere',
      phrase: { part: 'who', ru: 'участвовали во внешнем событии {}', en: 'took part in an event elsewhere {}' },
      caption: { ru: 'внешнее событие', en: 'event elsewhere' },
      fields: {
        kind: typeOf('event'),
        level: levelOf('event'),
        role: { kind: 'ref', classifier: ROLES, column: 'event.role_id', words: { ru: 'роль', en: 'role' } },
      },
    }),
    deed('nonformal', {
      term: 'learnedNonformally',
      phrase: { part: 'who', ru: 'учились неформально {}', en: 'learned in a non-formal way {}' },
      caption: { ru: 'неформальное обучение', en: 'non-formal learning' },
      fields: { kind: typeOf('nonformal'), hours: hoursOf('nonformal') },
    }),
    deed('informal', {
      term: 'learnedInformally',
      phrase: { part: 'who', ru: 'занимались самообразованием {}', en: 'learned by themselves {}' },
      caption: { ru: 'самообразование', en: 'learning by oneself' },
      fields: { hours: hoursOf('informal') },
    }),
  ],
}
