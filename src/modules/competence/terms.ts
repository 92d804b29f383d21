import { type Declarations, literal } from '../population/index.ts'

/** Areas of competence a diagnostic measures. */
export const AREA_WORDS = {
  subject: { ru: 'Предметные', en: 'subject' },
  methodical: { ru: 'Методические', en: 'methodical' },
  psychological: { ru: 'Психолого-педагогические', en: 'psychological and pedagogical' },
  communicative: { ru: 'Коммуникативные', en: 'communicative' },
  ict: { ru: 'ИКТ', en: 'ICT' },
} as const

/** That somebody took a diagnostic is an ordinary fact; the score is not shown here. */
export const competenceTerms: Declarations = {
  terms: [
    {
      term: 'diagnosed',
      subject: 'person',
      kind: 'fact',
      phrase: { part: 'who', ru: 'прошли диагностику {}', en: 'took a diagnostic {}' },
      caption: { ru: 'диагностика', en: 'diagnostic', own: 'diagnostic' },
      from: () => 'competence.diagnostic_result d',
      where: (at) => `d.tenant_id = ${literal.int(at.tenant)}`,
      of: 'd.person_id',
      time: { on: 'd.taken_on' },
      fields: {
        area: { kind: 'code', column: 'd.area', values: AREA_WORDS, words: { ru: 'компетенции', en: 'competences' } },
        passed: { kind: 'flag', column: 'd.passed', island: true, words: { ru: 'пройдена', en: 'passed' } },
        diagnostic: {
          kind: 'ref',
          classifier: 'diagnostic',
          column: 'd.diagnostic_id',
          words: { ru: 'диагностика', en: 'diagnostic' },
        },
        percent: {
          kind: 'number',
          column: '(d.score * 100 / d.maximum)',
          island: true,
          words: { ru: 'процент выполнения', en: 'per cent' },
        },
      },
      evidence: {
        table: 'competence.diagnostic_result',
        alias: 'd',
        label: 'dn.label',
        join: (at) =>
          `join registry.classifier_value dn on dn.tenant_id = ${literal.int(at.tenant)} and dn.id = d.diagnostic_id`,
      },
    },
  ],
}
