import { addYears, type Declarations, literal, ORGANISATION_TYPE_WORDS } from '../population/index.ts'

/** Posts as of a day: the latest row of each organisation and position within the year up to it. */
export const staffingTerms: Declarations = {
  subjects: [
    {
      subject: 'post',
      words: { ru: ['строка штата', 'строки штата', 'строк штата'], en: ['staffing row', 'staffing rows'] },
      from: (at) =>
        `(select distinct on (p.organisation_id, p.position_id) p.* from staffing.post p where p.tenant_id = ${literal.int(at.tenant)}` +
        ` and p.on_day > ${literal.day(addYears(at.date, -1))} and p.on_day <= ${literal.day(at.date)}` +
        ` order by p.organisation_id, p.position_id, p.on_day desc) s` +
        ` join registry.organisation o on o.tenant_id = ${literal.int(at.tenant)} and o.id = s.organisation_id`,
      where: () => 'true',
      id: 's.id',
      organisation: 's.organisation_id',
      organisationType: 'o.type',
      slices: {
        organisation: { kind: 'ref', classifier: 'organisation', column: 's.organisation_id', many: false },
        organisation_type: { kind: 'code', column: 'o.type', values: ORGANISATION_TYPE_WORDS },
        position: { kind: 'ref', classifier: 'position', column: 's.position_id', many: false },
      },
      sums: {
        planned: { column: 's.planned', words: { ru: 'ставок по штату', en: 'planned posts' } },
        filled: { column: 's.filled', words: { ru: 'занято ставок', en: 'filled posts' } },
      },
      labels: (at) =>
        `select v.id, o.name || ', ' || p.name as label from staffing.post v join registry.organisation o on o.tenant_id = ${literal.int(at.tenant)} and o.id = v.organisation_id join registry.position p on p.tenant_id = ${literal.int(at.tenant)} and p.id = v.position_id where v.tenant_id = ${literal.int(at.tenant)}`,
      evidence: {
        table: 'staffing.post',
        alias: 'pe',
        label: `trim_scale(pe.filled)::text || ' / ' || trim_scale(pe.planned)::text || ', ' || to_char(pe.on_day, 'DD.MM.YYYY')`,
        from: () => 'staffing.post pe',
        where: (at) => `pe.tenant_id = ${literal.int(at.tenant)}`,
        of: 'pe.id',
      },
    },
  ],
  terms: [
    {
      term: 'position',
      subject: 'post',
      kind: 'field',
      field: {
        kind: 'ref',
        classifier: 'position',
        column: 's.position_id',
        words: { ru: 'должность', en: 'position' },
      },
      phrase: { part: 'with', ru: 'по должности {}', en: 'of the position {}' },
    },
    {
      term: 'organisationType',
      subject: 'post',
      kind: 'field',
      field: {
        kind: 'code',
        column: 'o.type',
        values: ORGANISATION_TYPE_WORDS,
        words: { ru: 'тип организации', en: 'type of organisation' },
      },
      phrase: { part: 'with', ru: 'организаций типа {}', en: 'of organisations of the type {}' },
    },
  ],
}
