import type { PersonalData } from '../../platform/personal-data.ts'

export const homePersonalData: PersonalData = {
  module: 'home',
  tables: {},
  others: { 'home.asked_minutes': 'how many minutes what is asked of people is meant to take' },
}
