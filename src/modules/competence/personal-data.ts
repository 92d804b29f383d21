import { named, type PersonalData, REMOVED } from '../../platform/personal-data.ts'

export const competencePersonalData: PersonalData = {
  module: 'competence',
  tables: {
    'competence.diagnostic_result': {
      about: ['Результаты диагностик', 'Results of diagnostics'],
      of: { people: ['person_id'] },
      purpose: 'development',
      ground: 'education',
      term: 'staff',
      seen: ['person.read'],
      erasing: REMOVED,
      copying: { kept: ['area'] },
      columns: {
        diagnostic_id: named(['диагностика', 'diagnostic'], 'registry.classifier_value', 'label'),
        area: ['компетенции', 'area'],
        taken_on: ['когда', 'when'],
        score: { is: ['баллы', 'score'], seen: ['island.diagnostics'] },
        maximum: { is: ['из скольких', 'out of'], seen: ['island.diagnostics'] },
        passed: { is: ['пройдена ли', 'whether passed'], seen: ['island.diagnostics'] },
      },
    },
  },
  others: {},
}
