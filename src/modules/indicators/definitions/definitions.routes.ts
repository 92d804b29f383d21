import type { ReadDb } from '../../../platform/db/db.ts'
import { Refusal } from '../../../platform/errors.ts'
import { command, query, type Route } from '../../../platform/http/route.ts'
import type { Vocabulary } from '../../population/index.ts'
import { type Definition, shortTitleOf } from './definition.contract.ts'
import * as contract from './definitions.contract.ts'
import * as repo from './definitions.repo.ts'
import * as service from './definitions.service.ts'
import { READY } from './ready.ts'
import { sayDefinition, sayParts } from './sentence.ts'

export function definitionRoutes(vocabulary: Vocabulary): readonly Route[] {
  const view = (definition: Definition, language: 'ru' | 'en'): contract.DefinitionView => {
    const { indicatorId: _, ...shown } = definition
    return {
      ...shown,
      title: language === 'ru' ? definition.titleRu : definition.titleEn,
      short: shortTitleOf(definition, language),
      sentence: sayDefinition(vocabulary, definition.body, language),
      said: sayParts(vocabulary, definition.body, language),
    }
  }
  const card = async (db: ReadDb, code: string, language: 'ru' | 'en'): Promise<contract.IndicatorCard> => {
    const [found, editions] = await Promise.all([repo.findCard(db, code), repo.findEditions(db, code)])
    if (found === undefined) throw new Refusal('not_found', 'not_found')
    const { version, passport } = found
    return { code, version, passport, items: editions.map((d) => view(d, language)) }
  }
  const whole = async () => 'district' as const
  return [
    query(contract.listDefinitions, {
      may: 'indicator.read',
      run: async ({ db, today, language }, { query }) => {
        const definitions = await (query.every === 'yes'
          ? repo.findNewestDefinitions(db)
          : repo.findDefinitionsAt(db, query.date ?? today))
        return { items: definitions.map((d) => view(d, language)) }
      },
    }),
    query(contract.listReadyIndicators, {
      may: 'indicator.define',
      run: async ({ db, language }) => {
        const taken = new Set((await repo.findNewestDefinitions(db)).map(({ code }) => code))
        const items = READY.map(({ code, ru, en, short, body }) => ({
          ...{ code, titleRu: ru, titleEn: en, shortRu: short.ru, shortEn: short.en, body },
          ...{ title: language === 'ru' ? ru : en, short: short[language], taken: taken.has(code) },
          sentence: sayDefinition(vocabulary, body, language),
        }))
        return { items }
      },
    }),
    query(contract.listEditions, {
      may: 'indicator.read',
      run: async ({ db, language }, { params }) => await card(db, params.code, language),
    }),
    command(contract.createIndicator, {
      may: 'indicator.define',
      over: whole,
      run: async ({ tx, actor, note, language }, { body }) => {
        note({ kind: 'indicator', id: await service.createIndicator(tx, vocabulary, body, actor.account) })
        return await card(tx, body.code, language)
      },
    }),
    command(contract.replaceDefinition, {
      may: 'indicator.define',
      over: whole,
      run: async ({ tx, actor, note, language, expectedVersion }, { params, body }) => {
        const seen = { ...params, version: expectedVersion }
        const replaced = await service.replaceDefinition(tx, vocabulary, seen, body, actor.account)
        note({ kind: 'indicator', id: replaced.indicatorId, details: { version: replaced.version } })
        return await card(tx, params.code, language)
      },
    }),
    command(contract.retireIndicator, {
      may: 'indicator.define',
      over: whole,
      run: async ({ tx, note, language, expectedVersion }, { params, body }) => {
        const retired = await service.retireIndicator(tx, { ...params, version: expectedVersion }, body.lastDay)
        note({ kind: 'indicator', id: retired.indicatorId, details: { lastDay: body.lastDay } })
        return await card(tx, params.code, language)
      },
    }),
    command(contract.writePassport, {
      may: 'indicator.define',
      over: whole,
      run: async ({ tx, note, language, expectedVersion }, { params, body }) => {
        note({ kind: 'indicator', id: await service.writePassport(tx, { ...params, version: expectedVersion }, body) })
        return await card(tx, params.code, language)
      },
    }),
  ]
}
