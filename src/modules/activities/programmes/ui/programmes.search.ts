import { addressOf, count, oneOf, text } from '../../../../web/address.ts'
import { PROGRAMME_FORMS, PROGRAMME_KINDS, PROGRAMME_STATES } from '../programmes.contract.ts'

export const readProgrammesSearch = addressOf({
  q: text(),
  state: oneOf(PROGRAMME_STATES),
  kind: oneOf(PROGRAMME_KINDS),
  form: oneOf(PROGRAMME_FORMS),
  topic: count,
  selfStudy: oneOf(['yes', 'no']),
  sort: oneOf([
    'title',
    '-title',
    'hours',
    '-hours',
    'number',
    '-number',
    'validUntil',
    '-validUntil',
    'state',
    '-state',
  ]),
  page: count,
})
export type ProgrammesSearch = ReturnType<typeof readProgrammesSearch>
