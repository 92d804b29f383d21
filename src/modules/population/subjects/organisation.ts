import * as literal from '../literal.ts'
import type { Declarations } from '../vocabulary.ts'
import { ORGANISATION_TYPE_WORDS } from './organisation-types.ts'

/** Organisations of the district, also those no longer in being: a population says which it means. */
export const organisation: Declarations = {
  subjects: [
    {
      subject: 'organisation',
      words: { ru: ['организация', 'организации', 'организаций'], en: ['organisation', 'organisations'] },
      from: () => 'registry.organisation s',
      where: (at) => `s.tenant_id = ${literal.int(at.tenant)}`,
      id: 's.id',
      organisation: 's.id',
      organisationType: 's.type',
      slices: {
        organisation: { kind: 'ref', classifier: 'organisation', column: 's.id', many: false },
        organisation_type: { kind: 'code', column: 's.type', values: ORGANISATION_TYPE_WORDS },
      },
      sums: { pupils: { column: 'coalesce(s.pupils, 0)', words: { ru: 'обучающихся', en: 'pupils' } } },
      labels: (at) =>
        `select o.id, o.name as label from registry.organisation o where o.tenant_id = ${literal.int(at.tenant)}`,
      evidence: {
        table: 'registry.organisation',
        alias: 'oe',
        label: 'oe.name',
        from: () => 'registry.organisation oe',
        where: (at) => `oe.tenant_id = ${literal.int(at.tenant)}`,
        of: 'oe.id',
      },
    },
  ],
  terms: [
    {
      term: 'type',
      subject: 'organisation',
      kind: 'field',
      field: { kind: 'code', column: 's.type', values: ORGANISATION_TYPE_WORDS, words: { ru: 'тип', en: 'type' } },
      phrase: { part: 'with', ru: 'типа {}', en: 'of the type {}' },
    },
    {
      term: 'inBeing',
      subject: 'organisation',
      label: { ru: 'действует на дату', en: 'in being on the day' },
      kind: 'state',
      sql: (at) => `s.active_until is null or s.active_until >= ${literal.day(at.date)}`,
      phrase: { part: 'with', ru: ', действующие на дату', en: 'in being on the day' },
    },
    {
      term: 'mentoringModel',
      subject: 'organisation',
      label: { ru: 'внедрена модель наставничества', en: 'model of mentoring introduced' },
      kind: 'day',
      column: 's.mentoring_model_on',
      phrase: { part: 'who', ru: 'внедрили модель наставничества {}', en: 'have introduced the model of mentoring {}' },
    },
    {
      term: 'introduced',
      subject: 'organisation',
      kind: 'fact',
      phrase: { part: 'who', ru: 'ввели {}', en: 'have introduced {}' },
      caption: { ru: 'введено', en: 'introduced' },
      from: () => 'registry.organisation_feature f',
      where: (at) => `f.tenant_id = ${literal.int(at.tenant)}`,
      of: 'f.organisation_id',
      time: { from: 'f.from_on', to: 'f.to_on' },
      fields: {
        kind: {
          kind: 'ref',
          classifier: 'organisation_feature',
          column: 'f.kind_id',
          words: { ru: 'что', en: 'what' },
        },
      },
      evidence: {
        table: 'registry.organisation_feature',
        alias: 'f',
        label: `concat_ws(', ', fk.label, nullif(f.document, ''))`,
        join: (at) =>
          `join registry.classifier_value fk on fk.tenant_id = ${literal.int(at.tenant)} and fk.id = f.kind_id`,
      },
    },
    {
      term: 'pupils',
      subject: 'organisation',
      kind: 'field',
      field: { kind: 'number', column: 's.pupils', nullable: true, words: { ru: 'обучающихся', en: 'pupils' } },
      phrase: { part: 'with', ru: 'с числом обучающихся {}', en: 'with pupils {}' },
      unknown: { ru: 'число обучающихся не указано', en: 'number of pupils is missing' },
    },
    {
      term: 'kind',
      subject: 'organisation',
      kind: 'field',
      field: {
        kind: 'ref',
        classifier: 'organisation_kind',
        column: 's.kind_id',
        nullable: true,
        words: { ru: 'вид организации', en: 'kind of organisation' },
      },
      phrase: { part: 'with', ru: 'вида {}', en: 'of the kind {}' },
      unknown: { ru: 'вид организации не указан', en: 'kind of the organisation is missing' },
    },
    {
      term: 'shifts',
      subject: 'organisation',
      kind: 'field',
      field: { kind: 'number', column: 's.shifts', nullable: true, words: { ru: 'число смен', en: 'shifts' } },
      phrase: { part: 'with', ru: 'с числом смен {}', en: 'with shifts {}' },
      unknown: { ru: 'число смен не указано', en: 'number of shifts is missing' },
    },
    {
      term: 'people',
      subject: 'organisation',
      label: { ru: 'люди организации', en: 'people of the organisation' },
      kind: 'link',
      to: 'person',
      through: 's.organisation_id',
      phrase: { part: 'with', ru: ', где {}', en: 'with {}' },
    },
  ],
}
