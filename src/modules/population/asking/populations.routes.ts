import { Refusal } from '../../../platform/errors.ts'
import { command, query, type Route } from '../../../platform/http/route.ts'
import { asksForIsland } from '../islands.ts'
import { requireTenant, within } from '../scope.ts'
import { OPENED_BY_FIGURE, peopleAmong } from '../sights.ts'
import type { Vocabulary } from '../vocabulary.ts'
import { findLists, searchList } from './lists.repo.ts'
import * as contract from './populations.contract.ts'
import { faultsOfPreview, findPreview, sayPreview } from './preview.ts'
import { listsOf, viewSubjects } from './terms.view.ts'

export function populationRoutes(vocabulary: Vocabulary): readonly Route[] {
  return [
    query(contract.listTerms, {
      may: 'population.ask',
      run: async ({ db, language }) => ({
        subjects: viewSubjects(vocabulary, language),
        lists: await findLists(db, listsOf(vocabulary)),
      }),
    }),
    query(contract.findListValues, {
      may: 'population.ask',
      run: async ({ db }, { query }) => await searchList(db, query.list, query.q),
    }),
    // Names are looked at: the look itself goes into the journal. It is asked at every change, so no answer is kept.
    command(contract.previewPopulation, {
      may: 'population.ask',
      heavy: true,
      secret: true,
      run: async ({ tx, tenant, reach, reachAlso, mayAlso, today, language, note }, { body }) => {
        const faults = faultsOfPreview(vocabulary, body)
        if (faults.length > 0) throw new Refusal('invalid', 'request_invalid', { fields: faults.slice(0, 100) })
        const said = { date: body.date ?? today, sentence: sayPreview(vocabulary, body) }
        if (isClosed(vocabulary, body) && !mayAlso('island.diagnostics')) return { ...said, counts: null, names: null }
        const people = reachAlso('indicator.people')
        const district = requireTenant(tenant)
        const found = await findPreview(tx, body, {
          vocabulary,
          tenant: district,
          within: within(reach),
          named: people === undefined ? null : within(people),
          date: said.date,
          language,
        })
        if (found.names !== null) {
          const shown = [...found.names.matched, ...found.names.unknown]
          const members = shown.map(({ id }) => id)
          note({
            ...{ kind: 'district', id: district, details: { subject: body.subject, date: said.date, members } },
            ...peopleAmong(body.subject, shown),
            ...(isClosed(vocabulary, body) && { opened: OPENED_BY_FIGURE }),
          })
        }
        return { ...said, ...found }
      },
    }),
  ]
}

const isClosed = (vocabulary: Vocabulary, { subject, population, among }: contract.PreviewRequest): boolean =>
  [population, ...(among === undefined ? [] : [among])].some((one) => asksForIsland(vocabulary, subject, one))
