import { named, type PersonalData, REMOVED } from '../../platform/personal-data.ts'

export const communitiesPersonalData: PersonalData = {
  module: 'communities',
  tables: {
    'communities.membership': {
      about: ['Сообщества', 'Communities'],
      of: { people: ['person_id'] },
      purpose: 'development',
      ground: 'education',
      term: 'staff',
      seen: ['person.read'],
      erasing: REMOVED,
      copying: 'as it is',
      columns: {
        community_id: named(['сообщество', 'community'], 'communities.community', 'title'),
        role_id: named(['роль', 'role'], 'registry.classifier_value', 'label'),
        from_on: ['с', 'from'],
        to_on: ['по', 'to'],
      },
    },
  },
  others: { 'communities.community': 'communities, without their members' },
  othersInCopy: { 'communities.community': { unnamed: ['title'] } },
}
