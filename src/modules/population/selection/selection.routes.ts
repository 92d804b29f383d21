import { CompiledQuery } from 'kysely'
import { Refusal } from '../../../platform/errors.ts'
import { type CommandContext, command, type Route } from '../../../platform/http/route.ts'
import { WORKBOOK_TYPE, writeWorkbook } from '../../../platform/spreadsheets/index.ts'
import { takeAway } from '../../registry/index.ts'
import { faultsOfPreview, sayPreview } from '../asking/preview.ts'
import { asksForIsland } from '../islands.ts'
import { compileMembers, type MembersPage } from '../members.ts'
import { findNames } from '../names.ts'
import type { Population } from '../population.contract.ts'
import { requireTenant, within } from '../scope.ts'
import { OPENED_BY_FIGURE, peopleAmong } from '../sights.ts'
import type { Vocabulary } from '../vocabulary.ts'
import { exportSelection, SELECTED_MOST } from './selection.contract.ts'

export const selectionRoutes = (vocabulary: Vocabulary): readonly Route[] => [
  // Names leave the house: whose, by what, stands in the journal.
  command(exportSelection, {
    may: 'indicator.people',
    secret: true,
    run: async (context, { body }) => {
      const { subject, population } = body
      const faults = faultsOfPreview(vocabulary, body)
      if (faults.length > 0) throw new Refusal('invalid', 'request_invalid', { fields: faults.slice(0, 100) })
      const isClosed = asksForIsland(vocabulary, subject, population)
      if (isClosed && !context.mayAlso('island.diagnostics')) {
        throw new Refusal('forbidden', 'island_closed')
      }
      const date = body.date ?? context.today
      const page = await findSelected(vocabulary, context, { subject, population, date })
      if (page.counted > page.members.length) {
        throw new Refusal('conflict', 'too_many_members', { params: { most: SELECTED_MOST } })
      }
      await takeAway(context, {
        action: exportSelection.id,
        ...{ kind: 'district', id: requireTenant(context.tenant), details: { subject, date, population } },
        rows: page.members.length,
        ...peopleAmong(subject, page.members),
        ...(isClosed && { opened: OPENED_BY_FIGURE }),
      })
      const sentence = sayPreview(vocabulary, body)[context.language]
      return {
        fileName: `selection-${date}.xlsx`,
        mediaType: WORKBOOK_TYPE,
        content: await book(page, sentence, context),
      }
    },
  }),
]

type Asked = { readonly subject: string; readonly population: Population; readonly date: string }

async function findSelected(
  vocabulary: Vocabulary,
  { tx, tenant, reach }: CommandContext,
  { subject, population, date }: Asked,
): Promise<MembersPage> {
  const names = await findNames(tx, vocabulary, [{ subject, population }])
  const statement = compileMembers(
    { subject, of: population, date, part: 'counted', limit: SELECTED_MOST, offset: 0 },
    { vocabulary, names, tenant: requireTenant(tenant), within: within(reach) },
  )
  const { rows } = await tx.getExecutor().executeQuery<MembersPage>(CompiledQuery.raw(statement))
  const [page] = rows
  if (page === undefined) throw new Error('a page of members is one row')
  return page
}

/** The sentence stands above the names: who gets the list knows who is on it. */
async function book(
  { members }: MembersPage,
  sentence: string,
  { services, language }: Pick<CommandContext, 'services' | 'language'>,
): Promise<Buffer> {
  const say = (key: string): string => services.translator.say(language, `population:selection.${key}`)
  return await writeWorkbook({
    sheets: [
      {
        name: say('sheet'),
        columns: [
          { header: say('name'), width: 36 },
          { header: say('code'), width: 10, kind: 'text' },
          { header: say('organisation'), width: 40 },
        ],
        rows: members.map(({ label, organisation: { code, name } }) => [label, code, name]),
      },
      { name: say('about'), columns: [{ header: sentence, width: 100 }], rows: [] },
    ],
  })
}
