import { sql } from 'kysely'
import { Refusal } from '../../../platform/errors.ts'
import { query, type Route } from '../../../platform/http/route.ts'
import { networkOf, takeTokens } from '../../../platform/rate-limit.ts'
import { type Checked, checkDocument } from './checking.contract.ts'

/** A hall of people may look at once behind one address; who tries out codes is stopped long before finding one of 2⁸⁰. */
const RATE = { capacity: 60, refillSeconds: 2 }

export const checkingRoutes: readonly Route[] = [
  query(checkDocument, {
    may: 'public',
    run: async ({ services, clientAddress }, { params: { code } }) => {
      await takeTokens(services, [{ name: 'document-check', subject: networkOf(clientAddress), rate: RATE }])
      const { rows } = await sql<Checked>`
        select kind, number, issued_on as "issuedOn", state, ended_on as "endedOn", issuer
        from documents.check_code(${code.replaceAll('\u0000', '').toLowerCase()})`.execute(
        services.database.reader(null),
      )
      const [found] = rows
      if (found === undefined) throw new Refusal('not_found', 'no_such_document')
      return found
    },
  }),
]
