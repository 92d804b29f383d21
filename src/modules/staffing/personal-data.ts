import type { PersonalData } from '../../platform/personal-data.ts'

export const staffingPersonalData: PersonalData = {
  module: 'staffing',
  tables: {},
  others: { 'staffing.post': 'posts by organisation, without who fills them' },
}
