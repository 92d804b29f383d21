import type { Reach } from '../../../platform/access/access.ts'
import type { ReadDb } from '../../../platform/db/db.ts'
import { Refusal } from '../../../platform/errors.ts'
import { type CommandContext, command, query, type Route } from '../../../platform/http/route.ts'
import { WORKBOOK_TYPE } from '../../../platform/spreadsheets/index.ts'
import {
  OPENED_BY_FIGURE,
  type Part,
  peopleAmong,
  requireTenant,
  type Vocabulary,
  within,
} from '../../population/index.ts'
import { findLastLoad, takeAway } from '../../registry/index.ts'
import type { Definition } from '../definitions/definition.contract.ts'
import { findDefinitionsAt } from '../definitions/definitions.repo.ts'
import { shownOf } from './answer.ts'
import { type Computed, computeIndicators } from './compute.ts'
import { hideSmall, restsOnIsland } from './islands.ts'
import { type CellMember, findCell } from './members.ts'
import { membersWorkbook } from './members.workbook.ts'
import { findSliceKey } from './slices.ts'
import { slicesWorkbook } from './slices.workbook.ts'
import { findSureness, type Sureness } from './sureness.ts'
import * as contract from './values.contract.ts'

export function valueRoutes(vocabulary: Vocabulary): readonly Route[] {
  return [
    query(contract.listIndicators, {
      may: 'indicator.read',
      heavy: true,
      run: async ({ db, tenant, reach, today, language, mayAlso }, { query }) => {
        const date = query.date ?? today
        const definitions = await findDefinitionsAt(db, date, query.code)
        const options = {
          vocabulary,
          tenant: requireTenant(tenant),
          date,
          by: query.by ?? [],
          within: within(query.organisation === undefined ? reach : narrowed(reach, query.organisation)),
          language,
        }
        const computed = await computeIndicators(db, definitions, options)
        const shown = mayAlso('island.diagnostics') ? computed : computed.map((c) => hideSmall(vocabulary, c))
        return { ...shownOf(date, shown, language), of: reach.district ? ('district' as const) : ('own' as const) }
      },
    }),
    query(contract.listSureness, {
      may: 'indicator.read',
      heavy: true,
      run: async ({ db, tenant, reach, today, language, mayAlso }, { query }) => {
        const date = query.date ?? today
        const options = { vocabulary, tenant: requireTenant(tenant), date, within: within(reach), language }
        const open = (await findDefinitionsAt(db, date, query.code)).filter(
          ({ body }) => mayAlso('island.diagnostics') || !restsOnIsland(vocabulary, body),
        )
        const items = []
        for (const definition of open) {
          items.push(asSureness(definition.code, await findSureness(db, definition, options)))
        }
        return { date, items }
      },
    }),
    query(contract.getDataAge, {
      may: 'indicator.read',
      run: async ({ db }) => ({ loadedAt: (await findLastLoad(db))?.toISOString() ?? null }),
    }),
    // Figures alone, and yet every file that leaves the house stands in the journal.
    command(contract.exportSlices, {
      may: 'indicator.read',
      run: async (context, { params, query }) => {
        const { tx: db, tenant, reach, today, language, mayAlso, services } = context
        const date = query.date ?? today
        const counted = async (day: string): Promise<Computed> => {
          const definition = await getDefinition(db, params.code, day)
          const options = { vocabulary, tenant: requireTenant(tenant), date: day, within: within(reach), language }
          const [computed] = await computeIndicators(db, [definition], options)
          if (computed === undefined) throw new Refusal('not_found', 'not_found')
          return mayAlso('island.diagnostics') ? computed : hideSmall(vocabulary, computed)
        }
        const now = await counted(date)
        const before = query.before === undefined ? undefined : { date: query.before, ...(await counted(query.before)) }
        await takeAway(context, {
          action: contract.exportSlices.id,
          ...{ kind: 'indicator', id: now.definition.indicatorId, details: { date, before: query.before } },
          rows: 1 + [...now.slices.values()].reduce((sum, slice) => sum + slice.length, 0),
        })
        const content = await slicesWorkbook({ ...now, date }, before, { ...services, language })
        return { fileName: `${nameOfFile(params.code)}-${date}.xlsx`, mediaType: WORKBOOK_TYPE, content }
      },
    }),
    // Names are looked at: the look itself goes into the journal, so this reads inside a command.
    command(contract.listMembers, {
      may: 'indicator.people',
      run: async (context, { params, query }) => {
        const { cell, definition, noted } = await readCell(vocabulary, context, params.code, query)
        const members = cell.members.map(({ id }) => id)
        context.note({ ...noted, details: { ...noted.details, members } })
        const { counted, rest, unknown, unsure } = cell
        return {
          subject: cell.subject,
          parts: { counted, rest, unknown, unsure },
          definitionVersion: definition.version,
          countedAt: new Date().toISOString(),
          items: cell.members.map(asMember),
          total: cell[query.part],
        }
      },
    }),
    command(contract.exportMembers, {
      may: 'indicator.people',
      run: async (context, { params, query }) => {
        const all = { ...query, page: 1, size: contract.MEMBERS_IN_WORKBOOK }
        const { cell, date, noted } = await readCell(vocabulary, context, params.code, all)
        if (cell[query.part] > cell.members.length) {
          throw new Refusal('conflict', 'too_many_members', { params: { most: contract.MEMBERS_IN_WORKBOOK } })
        }
        await takeAway(context, { action: contract.exportMembers.id, ...noted, rows: cell.members.length })
        const { translator } = context.services
        const content = await membersWorkbook(cell.members, { translator, language: context.language })
        return { fileName: `${nameOfFile(params.code)}-${query.part}-${date}.xlsx`, mediaType: WORKBOOK_TYPE, content }
      },
    }),
  ]
}

/** A code may have letters that file names of a header cannot. */
const nameOfFile = (code: string): string => code.replace(/[^\w-]/g, '_')

type CellQuery = {
  readonly date?: string | undefined
  readonly slice?: string | undefined
  readonly key?: string | undefined
  readonly part: Part
  readonly page: number
  readonly size: number
}

async function readCell(vocabulary: Vocabulary, context: CommandContext, code: string, query: CellQuery) {
  const { tx, tenant, reach, today, language, mayAlso } = context
  const date = query.date ?? today
  const definition = await getDefinition(tx, code, date)
  const isClosed = restsOnIsland(vocabulary, definition.body)
  if (isClosed && !mayAlso('island.diagnostics')) throw new Refusal('forbidden', 'island_closed')
  const slice = await readSlice(tx, vocabulary, definition, query)
  const { part, page, size } = query
  const cell = await findCell(
    tx,
    { definition, date, slice, part, page, size, within: within(reach) },
    { vocabulary, tenant: requireTenant(tenant), language },
  )
  const noted = {
    ...{ kind: 'indicator', id: definition.indicatorId, details: { date, slice, part } },
    ...peopleAmong(cell.subject, cell.members),
    ...(isClosed && { opened: OPENED_BY_FIGURE }),
  }
  return { cell, definition, date, noted }
}

/** Of the reach this organisation alone; nothing tells one out of reach from one that is not there. */
function narrowed(reach: Reach, organisation: number): Reach {
  if (!reach.district && !reach.organisations.includes(organisation)) throw new Refusal('not_found', 'not_found')
  return { district: false, organisations: [organisation], people: [] }
}

async function getDefinition(db: ReadDb, code: string, date: string): Promise<Definition> {
  const [definition] = await findDefinitionsAt(db, date, [code])
  if (definition === undefined) throw new Refusal('not_found', 'not_found')
  return definition
}

async function readSlice(
  db: ReadDb,
  vocabulary: Vocabulary,
  { body }: Definition,
  { slice, key }: { slice?: string | undefined; key?: string | undefined },
) {
  if (slice === undefined && key === undefined) return undefined
  if (slice === undefined || key === undefined) {
    throw new Refusal('invalid', 'request_invalid', {
      fields: [{ in: 'query', path: slice === undefined ? 'slice' : 'key', code: 'required' }],
    })
  }
  const subject = body.kind === 'ratio' ? body.denominator.subject : body.subject
  return { name: slice, key: await findSliceKey(db, vocabulary, subject, slice, key) }
}

function asSureness(code: string, { base, unsure, reasons }: Sureness) {
  const said = [...reasons].map(([reason, count]) => ({ reason, count }))
  return { code, base, unsure, reasons: said.sort((one, other) => other.count - one.count) }
}

function asMember({ id, label, organisation, facts, unknown }: CellMember) {
  return {
    id,
    label,
    organisation,
    unknown: [...unknown],
    facts: facts.map(({ term, label: text, from, to, sure, load, file, sheet, row }) => ({
      term,
      label: text,
      from,
      to,
      sure,
      source: load === null || file === null || row === null ? null : { load, file, sheet, row },
    })),
  }
}
