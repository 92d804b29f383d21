import * as literal from '../literal.ts'
import type { AsOf, AttributeEvidence, Declarations } from '../vocabulary.ts'
import { ORGANISATION_TYPE_WORDS } from './organisation-types.ts'
import { employmentDetails, staffTerms } from './staff-terms.ts'

const tenantOf = (alias: string, at: AsOf): string => `${alias}.tenant_id = ${literal.int(at.tenant)}`

/** Employment rows of a person, as evidence of what the person is. */
const employments = (label: string, further: string): AttributeEvidence => ({
  table: 'registry.employment',
  alias: 'e',
  label,
  from: () => 'registry.employment e',
  where: (at) => `${tenantOf('e', at)} and ${further}`,
  of: 'e.person_id',
})

const own = (label: string): AttributeEvidence => ({
  table: 'registry.person',
  alias: 'h',
  label,
  from: () => 'registry.person h',
  where: (at) => tenantOf('h', at),
  of: 'h.id',
})

/** Employments as facts, with their positions and organisations. */
const employment = {
  kind: 'fact',
  from: (at: AsOf) =>
    `registry.employment e join registry.position p on ${tenantOf('p', at)} and p.id = e.position_id join registry.organisation o on ${tenantOf('o', at)} and o.id = e.organisation_id`,
  where: (at: AsOf) => tenantOf('e', at),
  of: 'e.person_id',
  evidence: {
    table: 'registry.employment',
    alias: 'e',
    label: `p.name || ', ' || o.name || case when e.main then '' else ' (совм.)' end`,
  },
} as const

/** People employed on the day, each once, at the organisation of their main employment. */
export const person: Declarations = {
  subjects: [
    {
      subject: 'person',
      words: { ru: ['человек', 'человека', 'человек'], en: ['person', 'people'] },
      from: () => 'registry.person_span s',
      where: (at) =>
        `${tenantOf('s', at)} and s.from_on <= ${literal.day(at.date)} and s.to_on >= ${literal.day(at.date)}`,
      id: 's.person_id',
      organisation: 's.organisation_id',
      organisationType: 's.organisation_type',
      slices: {
        organisation: { kind: 'ref', classifier: 'organisation', column: 's.organisation_id', many: false },
        organisation_type: { kind: 'code', column: 's.organisation_type', values: ORGANISATION_TYPE_WORDS },
        subject: { kind: 'ref', classifier: 'subject', column: 's.subject_ids', many: true },
        position: { kind: 'ref', classifier: 'position', column: 's.position_id', many: false },
      },
      sums: {},
      always: [{ term: 'employed', when: { at: 'date' } }],
      labels: (at) =>
        `select h.id, h.surname || ' ' || h.given_name || coalesce(' ' || h.patronymic, '') as label from registry.person h where h.tenant_id = ${literal.int(at.tenant)}`,
    },
  ],
  terms: [
    {
      term: 'pedagogue',
      subject: 'person',
      kind: 'field',
      field: { kind: 'flag', column: 's.pedagogue', nullable: true, words: { ru: 'педагог', en: 'pedagogue' } },
      phrase: { part: 'noun', ru: 'педагоги', en: 'pedagogues' },
      unknown: { ru: 'должность не классифицирована', en: 'position not classified' },
    },
    {
      term: 'organisationType',
      subject: 'person',
      kind: 'field',
      field: {
        kind: 'code',
        column: 's.organisation_type',
        values: ORGANISATION_TYPE_WORDS,
        words: { ru: 'тип организации', en: 'type of organisation' },
      },
      phrase: { part: 'with', ru: 'организаций типа {}', en: 'of organisations of the type {}' },
    },
    {
      term: 'position',
      subject: 'person',
      kind: 'field',
      field: {
        kind: 'ref',
        classifier: 'position',
        column: 's.position_ids',
        many: true,
        words: { ru: 'должность', en: 'position' },
      },
      mainColumn: 's.position_id',
      phrase: { part: 'with', ru: 'в должности {}', en: 'in the position {}' },
    },
    {
      term: 'subject',
      subject: 'person',
      kind: 'field',
      field: {
        kind: 'ref',
        classifier: 'subject',
        column: 's.subject_ids',
        many: true,
        words: { ru: 'предмет', en: 'subject' },
      },
      phrase: { part: 'with', ru: 'по предмету {}', en: 'of the subject {}' },
    },
    {
      term: 'age',
      subject: 'person',
      label: { ru: 'возраст', en: 'age' },
      kind: 'years',
      column: 's.birth_on',
      nullable: false,
      phrase: { part: 'with', ru: 'в возрасте {}', en: 'aged {}' },
      caption: { ru: 'дата рождения', en: 'born' },
      evidence: own(`to_char(h.birth_on, 'DD.MM.YYYY')`),
    },
    {
      term: 'experience',
      subject: 'person',
      label: { ru: 'педагогический стаж', en: 'pedagogical experience' },
      kind: 'years',
      column: 's.experience_since',
      nullable: true,
      phrase: { part: 'with', ru: 'с педагогическим стажем {}', en: 'with pedagogical experience {}' },
      unknown: { ru: 'нет даты начала педагогического стажа', en: 'start of pedagogical experience is missing' },
      caption: { ru: 'педагогический стаж с', en: 'pedagogical experience since' },
      evidence: employments(`to_char(e.experience_since, 'DD.MM.YYYY')`, 'e.experience_since is not null'),
    },
    {
      term: 'pedagogicalEducation',
      subject: 'person',
      kind: 'field',
      field: {
        kind: 'flag',
        column: 's.pedagogical_education',
        nullable: true,
        words: { ru: 'педагогическое образование', en: 'pedagogical education' },
      },
      phrase: { part: 'with', ru: 'с педагогическим образованием', en: 'with pedagogical education' },
      unknown: { ru: 'не указано, есть ли педагогическое образование', en: 'pedagogical education is not stated' },
      caption: { ru: 'педагогическое образование', en: 'pedagogical education' },
      evidence: employments(
        `case when e.pedagogical_education then 'да' else 'нет' end`,
        'e.pedagogical_education is not null',
      ),
    },
    {
      term: 'employed',
      subject: 'person',
      label: { ru: 'место работы', en: 'employment' },
      phrase: { part: 'who', ru: 'работают {}', en: 'are employed {}' },
      caption: { ru: 'место работы', en: 'place of work' },
      ...employment,
      time: { from: 'e.hired_on', to: 'e.dismissed_on' },
      fields: {
        position: {
          kind: 'ref',
          classifier: 'position',
          column: 'e.position_id',
          words: { ru: 'должность', en: 'position' },
        },
        organisationType: {
          kind: 'code',
          column: 'o.type',
          values: ORGANISATION_TYPE_WORDS,
          words: { ru: 'тип организации', en: 'type of organisation' },
        },
        rate: { kind: 'number', column: 'e.rate', words: { ru: 'ставка', en: 'rate' } },
        main: { kind: 'flag', column: 'e.main', words: { ru: 'основное место', en: 'main employment' } },
        category: {
          kind: 'ref',
          classifier: 'category',
          column: 'e.category_id',
          nullable: true,
          words: { ru: 'категория', en: 'category' },
        },
        educationLevel: {
          kind: 'ref',
          classifier: 'education_level',
          column: 'e.education_level_id',
          nullable: true,
          words: { ru: 'уровень образования', en: 'level of education' },
        },
        ...employmentDetails,
      },
    },
    {
      term: 'hired',
      subject: 'person',
      label: { ru: 'назначение на должность', en: 'appointment' },
      phrase: { part: 'who', ru: 'назначены {}', en: 'were appointed {}' },
      caption: { ru: 'назначение', en: 'appointment' },
      ...employment,
      time: { on: 'e.hired_on' },
      fields: {
        position: {
          kind: 'ref',
          classifier: 'position',
          column: 'e.position_id',
          words: { ru: 'должность', en: 'position' },
        },
        organisationType: {
          kind: 'code',
          column: 'o.type',
          values: ORGANISATION_TYPE_WORDS,
          words: { ru: 'тип организации', en: 'type of organisation' },
        },
      },
    },
    ...staffTerms,
  ],
}
