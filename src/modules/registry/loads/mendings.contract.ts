import { z } from 'zod'
import { endpoint, Id, IdParams } from '../../../platform/contract.ts'
import { LOAD_STATES } from './loads.contract.ts'

/** As many rows as are mended at once. */
export const ROWS_AT_ONCE = 200
const LONGEST_CELL = 2_000
const MOST_COLUMNS = 500

const Mending = z.object({
  /** The load that checks the rows. */
  id: Id,
  state: z.enum(LOAD_STATES),
  rows: z.array(
    z.object({
      id: Id,
      /**
       * `checking` until the load is done; `repeated`: says the same as another row sent along with it; `over`: somebody
       * else had mended it or left it out before, it is not checked (told to who sent it, once).
       */
      outcome: z.enum(['checking', 'taken', 'refused', 'repeated', 'failed', 'over']),
      column: z.string().nullable(),
      code: z.string().nullable(),
      message: z.string().nullable(),
    }),
  ),
})
export type Mending = z.infer<typeof Mending>

export const mendFaultyRows = endpoint({
  id: 'mendFaultyRows',
  method: 'post',
  path: '/api/loads/{id}/mendings',
  summary: 'Check faulty rows again with what was typed over their cells, and take those that stand',
  params: IdParams,
  body: z.strictObject({
    rows: z
      .array(
        z.strictObject({
          id: Id,
          /** The cells that differ from the file, by place from 0; an empty text empties the cell. */
          cells: z
            .array(
              z.strictObject({
                place: z
                  .int()
                  .min(0)
                  .max(MOST_COLUMNS - 1),
                text: z.string().max(LONGEST_CELL),
              }),
            )
            .max(MOST_COLUMNS),
        }),
      )
      .min(1)
      .max(ROWS_AT_ONCE),
  }),
  reply: Mending,
})

export const getMending = endpoint({
  id: 'getMending',
  method: 'get',
  path: '/api/mendings/{id}',
  summary: 'What became of rows that were mended, by the load that checks them',
  params: IdParams,
  reply: Mending,
})

export const changeFaultyRow = endpoint({
  id: 'changeFaultyRow',
  method: 'patch',
  path: '/api/faulty-rows/{id}',
  summary: 'Leave a faulty row out on purpose, or take it back among those that wait',
  params: IdParams,
  body: z.strictObject({ leftOut: z.boolean() }),
  reply: z.object({ id: Id, leftOutAt: z.iso.datetime().nullable() }),
})
