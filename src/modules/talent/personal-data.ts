import { named, type PersonalData, REMOVED } from '../../platform/personal-data.ts'

export const talentPersonalData: PersonalData = {
  module: 'talent',
  tables: {
    'talent.pool_membership': {
      about: ['Методический актив, резерв и другие списки', 'Pools: methodical asset, reserve and others'],
      of: { people: ['person_id'] },
      purpose: 'development',
      ground: 'education',
      term: 'staff',
      seen: ['person.read'],
      erasing: REMOVED,
      copying: { set: { ground: 'null' } },
      columns: {
        kind_id: named(['список', 'pool'], 'registry.classifier_value', 'label'),
        from_on: ['с', 'from'],
        to_on: ['по', 'to'],
        ground: ['основание', 'ground'],
      },
    },
  },
  others: {},
}
