import { REMOVED } from '../../platform/personal-data.ts'

/** Why what people learn and come to is kept, and how long. */
export const development = {
  purpose: 'development',
  ground: 'education',
  term: 'staff',
  seen: ['person.read'],
  erasing: REMOVED,
} as const
