import { Refusal } from '../../../platform/errors.ts'
import { command, type Route } from '../../../platform/http/route.ts'
import { addYears, requireTenant, type Vocabulary, within } from '../../population/index.ts'
import { takeAway } from '../../registry/index.ts'
import * as contract from './note.contract.ts'
import { MEDIA_TYPES, makeNote } from './note.service.ts'

/** Notes go to others: over the network they never show results of diagnostics of few people, whoever asks. */
const UNMASKED = false

export const noteRoutes = (vocabulary: Vocabulary): readonly Route[] => [
  // Nobody is named in it, and yet every file that leaves the house stands in the journal.
  command(contract.getMonitoringNote, {
    may: 'indicator.read',
    // Counted and printed before the transaction: it takes seconds.
    prepare: async ({ tenant, reach, today, services, mayAlso }, { query }) => {
      const { date = today, format, compare = addYears(date, -1), ...paper } = query
      if (compare >= date) throw notEarlier()
      const db = services.database.reader(tenant)
      const content = await makeNote(services, db, vocabulary, {
        ...{ tenant: requireTenant(tenant), date, compare, within: within(reach), format, paper },
        unmasked: UNMASKED,
        mayLoads: mayAlso('load.read'),
      })
      return { date, compare, content }
    },
    run: async (context, { query: { format } }, { date, compare, content }) => {
      await takeAway(context, {
        action: contract.getMonitoringNote.id,
        ...{ kind: 'district', id: requireTenant(context.tenant), details: { date, compare, format }, rows: 1 },
      })
      return { fileName: `spravka-${date}.${format}`, mediaType: MEDIA_TYPES[format], content }
    },
  }),
]

const notEarlier = (): Refusal =>
  new Refusal('invalid', 'request_invalid', {
    fields: [{ in: 'query', path: 'compare', code: 'compare_not_earlier' }],
  })
