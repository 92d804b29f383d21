import { addressOf, count, oneOf, text } from '../../../../web/address.ts'
import { SELF_STUDY_STATES } from '../self-study.contract.ts'

export const readSelfStudiesSearch = addressOf({
  q: text(),
  state: oneOf(SELF_STUDY_STATES),
  sort: oneOf(['endsOn', '-endsOn', 'startsOn', '-startsOn', 'person', '-person', 'programme', '-programme']),
  page: count,
})
export type SelfStudiesSearch = ReturnType<typeof readSelfStudiesSearch>

/** The programme it is to be. */
export const readNewSelfStudySearch = addressOf({ programme: count })
