import { type Declarations, literal } from '../population/index.ts'

export const talentTerms: Declarations = {
  terms: [
    {
      term: 'inPool',
      subject: 'person',
      label: { ru: 'входят в актив или резерв', en: 'are in a pool or reserve' },
      kind: 'fact',
      phrase: { part: 'who', ru: 'включены в {}', en: 'are included in {}' },
      caption: { ru: 'список', en: 'list' },
      from: () => 'talent.pool_membership pm',
      where: (at) => `pm.tenant_id = ${literal.int(at.tenant)}`,
      of: 'pm.person_id',
      time: { from: 'pm.from_on', to: 'pm.to_on' },
      fields: {
        kind: { kind: 'ref', classifier: 'pool_kind', column: 'pm.kind_id', words: { ru: 'вид', en: 'kind' } },
      },
      evidence: {
        table: 'talent.pool_membership',
        alias: 'pm',
        label: 'pk.label',
        join: (at) =>
          `join registry.classifier_value pk on pk.tenant_id = ${literal.int(at.tenant)} and pk.id = pm.kind_id`,
      },
    },
  ],
}
