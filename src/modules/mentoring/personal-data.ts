import { named, type PersonalData, REMOVED } from '../../platform/personal-data.ts'

export const mentoringPersonalData: PersonalData = {
  module: 'mentoring',
  tables: {
    'mentoring.pair': {
      about: ['Наставничество', 'Mentoring'],
      of: { people: ['mentor_id', 'mentee_id'] },
      purpose: 'development',
      ground: 'labour',
      term: 'staff',
      seen: ['person.read'],
      erasing: REMOVED,
      copying: 'as it is',
      columns: {
        form_id: named(['форма', 'form'], 'registry.classifier_value', 'label'),
        from_on: ['с', 'from'],
        to_on: ['по', 'to'],
      },
    },
  },
  others: {},
}
