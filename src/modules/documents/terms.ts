import { type Declarations, literal } from '../population/index.ts'
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
  ],
}
