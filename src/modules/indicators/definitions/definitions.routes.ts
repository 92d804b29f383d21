import { Refusal } from '../../../platform/errors.ts'
import { command, query, type Route } from '../../../platform/http/route.ts'
import type { Vocabulary } from '../../population/index.ts'
import type { Definition } from './definition.contract.ts'
import * as contract from './definitions.contract.ts'
import * as repo from './definitions.repo.ts'
import * as service from './definitions.service.ts'
import { sayDefinition } from './sentence.ts'

export function definitionRoutes(vocabulary: Vocabulary): readonly Route[] {
  const view = (definition: Definition, language: 'ru' | 'en'): contract.DefinitionView => {
    const { indicatorId: _, ...shown } = definition
    return {
      ...shown,
      title: language === 'ru' ? definition.titleRu : definition.titleEn,
      sentence: sayDefinition(vocabulary, definition.body, language),
    }
  }
  const whole = async () => 'district' as const
  return [
    query(contract.listDefinitions, {
      may: 'indicator.read',
      run: async ({ db, today, language }, { query }) => {
        const definitions = await repo.findDefinitionsAt(db, query.date ?? today)
        return { items: definitions.map((d) => view(d, language)) }
      },
    }),
    query(contract.listEditions, {
      may: 'indicator.read',
      run: async ({ db, language }, { params }) => {
        const editions = await repo.findEditions(db, params.code)
        if (editions.length === 0) throw new Refusal('not_found', 'not_found')
        return { items: editions.map((d) => view(d, language)) }
      },
    }),
    command(contract.createIndicator, {
      may: 'indicator.define',
      over: whole,
      run: async ({ tx, actor, note, language }, { body }) => {
        const created = await service.createIndicator(tx, vocabulary, body, actor.account)
        note({ kind: 'indicator', id: created.indicatorId })
        return view(created, language)
      },
    }),
    command(contract.replaceDefinition, {
      may: 'indicator.define',
      over: whole,
      run: async ({ tx, actor, note, language }, { params, body }) => {
        const replaced = await service.replaceDefinition(tx, vocabulary, params.code, body, actor.account)
        note({ kind: 'indicator', id: replaced.indicatorId, details: { version: replaced.version } })
        return view(replaced, language)
      },
    }),
    command(contract.retireIndicator, {
      may: 'indicator.define',
      over: whole,
      run: async ({ tx, note, language }, { params, body }) => {
        const retired = await service.retireIndicator(tx, params.code, body.lastDay)
        note({ kind: 'indicator', id: retired.indicatorId, details: { lastDay: body.lastDay } })
        return view(retired, language)
      },
    }),
  ]
}
