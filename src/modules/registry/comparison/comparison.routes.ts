import type { Scope } from '../../../platform/access/access.ts'
import type { ReadDb } from '../../../platform/db/db.ts'
import { Refusal } from '../../../platform/errors.ts'
import { type CommandContext, command, type Route } from '../../../platform/http/route.ts'
import { takeLoad } from '../loads/loads.jobs.ts'
import { findLoad, hasLoad } from '../loads/loads.repo.ts'
import { cellReasonOf, tellLoad } from '../loads/loads.service.ts'
import * as contract from './comparison.contract.ts'
import * as repo from './comparison.repo.ts'

const itself = async ({ db }: { db: ReadDb }, { params }: { params: { id: number } }): Promise<Scope | undefined> =>
  (await hasLoad(db, params.id)) ? 'district' : undefined

/** What a load would change, and what is done about it. */
export const comparisonRoutes: readonly Route[] = [
  // Names of people as a file has them: the look is journalled.
  command(contract.listDifferences, {
    may: 'load.read',
    over: itself,
    run: async (context, { params, query: { file, ...asked } }) => {
      const load = await findLoad(context.tx, params.id)
      if (load === undefined) throw new Refusal('not_found', 'not_found')
      context.note({ kind: 'load', id: params.id })
      const files = (load.compared?.result.files ?? []).map(({ file: name, sheet }, at) => ({
        ...{ file: name, sheet },
        headers: load.compared?.sheets[at]?.headers ?? [],
      }))
      const sheets = file === undefined ? undefined : files.flatMap((one, at) => (one.file === file ? [at] : []))
      const { items, total } = await repo.findDifferences(context.tx, params.id, { ...asked, sheets }, context.today)
      return { items: items.map((item) => tellDifference(item, files, context)), total }
    },
  }),
  command(contract.takeComparedLoad, {
    may: 'load.run',
    over: itself,
    run: (context, { params }) => begin(context, params.id, false),
  }),
  command(contract.compareLoad, {
    may: 'load.run',
    over: itself,
    run: (context, { params }) => begin(context, params.id, true),
  }),
  command(contract.dropLoad, {
    may: 'load.run',
    over: itself,
    run: async ({ tx, note }, { params }) => {
      const isDone = await repo.leaveComparison(tx, params.id, { state: 'dropped', compares: false })
      if (!isDone) throw new Refusal('conflict', 'load_not_compared')
      await repo.forgetComparison(tx, params.id)
      note({ kind: 'load', id: params.id })
    },
  }),
]

/** One of two people who press at once is told that the load has gone on. */
async function begin(context: CommandContext, id: number, compares: boolean) {
  const { tx, tenant, services, language, note } = context
  if (tenant === null) throw new Error('a load belongs to a district')
  if (!(await repo.leaveComparison(tx, id, { state: 'waiting', compares }))) {
    throw new Refusal('conflict', 'load_not_compared')
  }
  await services.jobs.enqueue(tx, takeLoad, { tenant, load: id })
  note({ kind: 'load', id })
  const load = await findLoad(tx, id)
  if (load === undefined) throw new Refusal('not_found', 'not_found')
  return tellLoad(load, { translator: services.translator, language, mayRun: true })
}

function tellDifference(
  { sheet: place, fields, cells, ...same }: repo.StoredDifference,
  files: readonly { readonly file: string; readonly sheet: string | null; readonly headers: readonly string[] }[],
  { services, language }: CommandContext,
) {
  const { translator } = services
  const { file = '', sheet = null, headers = [] } = files[place] ?? {}
  const { code, kind } = same
  const message =
    code === null
      ? null
      : kind === 'gone'
        ? translator.say(language, `registry:loads.gone.${code}`)
        : cellReasonOf(code, { translator, language })
  const told = Object.entries(fields ?? {}).map(([header, [before, after]]) => ({ header, before, after }))
  const brought = (cells ?? []).flatMap((after, at) =>
    after === null ? [] : [{ header: headers[at] ?? '', before: null, after }],
  )
  return { ...same, file, sheet, message, fields: cells === null ? told : brought }
}
