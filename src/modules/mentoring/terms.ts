import { type Declarations, type FactDeclaration, literal } from '../population/index.ts'

const FORM = {
  kind: 'ref',
  classifier: 'mentoring_form',
  column: 'mp.form_id',
  nullable: true,
  words: { ru: 'форма', en: 'form' },
} as const

/** A pair seen from one side; the evidence names the other one. */
function side(
  own: 'mentor' | 'mentee',
  other: 'mentor' | 'mentee',
): Pick<FactDeclaration, 'kind' | 'from' | 'where' | 'of' | 'time' | 'fields' | 'evidence'> {
  return {
    kind: 'fact',
    from: () => 'mentoring.pair mp',
    where: (at) => `mp.tenant_id = ${literal.int(at.tenant)}`,
    of: `mp.${own}_id`,
    time: { from: 'mp.from_on', to: 'mp.to_on' },
    fields: { form: FORM },
    evidence: {
      table: 'mentoring.pair',
      alias: 'mp',
      label: `mo.surname || ' ' || left(mo.given_name, 1) || '.' || coalesce(' ' || left(mo.patronymic, 1) || '.', '')`,
      join: (at) => `join registry.person mo on mo.tenant_id = ${literal.int(at.tenant)} and mo.id = mp.${other}_id`,
    },
  }
}

export const mentoringTerms: Declarations = {
  terms: [
    {
      term: 'mentored',
      subject: 'person',
      phrase: { part: 'who', ru: 'имели наставника {}', en: 'had a mentor {}' },
      caption: { ru: 'наставник', en: 'mentor', own: 'mentor' },
      ...side('mentee', 'mentor'),
    },
    {
      term: 'mentors',
      subject: 'person',
      phrase: { part: 'who', ru: 'были наставниками {}', en: 'were mentors {}' },
      caption: { ru: 'наставляемый', en: 'mentee', own: 'mentee' },
      ...side('mentor', 'mentee'),
    },
  ],
}
