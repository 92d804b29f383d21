import { type Declarations, literal } from '../population/index.ts'

const LEVEL_WORDS = {
  district: { ru: 'район', en: 'district' },
  organisation: { ru: 'организация', en: 'organisation' },
} as const

export const communitiesTerms: Declarations = {
  terms: [
    {
      term: 'member',
      subject: 'person',
      kind: 'fact',
      phrase: { part: 'who', ru: 'состоят в сообществе {}', en: 'belong to a community {}' },
      caption: { ru: 'сообщество', en: 'community', own: 'community' },
      from: (at) =>
        `communities.membership m join communities.community mc on mc.tenant_id = ${literal.int(at.tenant)} and mc.id = m.community_id`,
      where: (at) => `m.tenant_id = ${literal.int(at.tenant)}`,
      of: 'm.person_id',
      time: { from: 'm.from_on', to: 'm.to_on' },
      fields: {
        kind: { kind: 'ref', classifier: 'community_kind', column: 'mc.kind_id', words: { ru: 'вид', en: 'kind' } },
        level: { kind: 'code', column: 'mc.level', values: LEVEL_WORDS, words: { ru: 'уровень', en: 'level' } },
        role: {
          kind: 'ref',
          classifier: 'community_role',
          column: 'm.role_id',
          nullable: true,
          words: { ru: 'роль', en: 'role' },
        },
      },
      evidence: { table: 'communities.membership', alias: 'm', label: 'mc.title' },
    },
  ],
}
