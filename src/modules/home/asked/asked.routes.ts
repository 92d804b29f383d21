import type { ReadDb } from '../../../platform/db/db.ts'
import { invalidField, Refusal } from '../../../platform/errors.ts'
import { command, query, type RequestContext, type Route } from '../../../platform/http/route.ts'
import type { Module } from '../../../platform/module.ts'
import * as contract from './asked.contract.ts'
import { countAsked, findMinutes, type KnownSource, writeMinutes } from './asked.repo.ts'
import { inMinutes, type Minutes } from './minutes.ts'

const MONTHS = 12

/** What the modules ask of people, counted together. */
export function askedRoutes(modules: readonly Module[]): readonly Route[] {
  const sources = modules.flatMap(({ name, asks = [] }) =>
    asks.map((source) => ({ kind: `${name}.${source.kind}`, words: `${name}:asked.${source.kind}`, source })),
  )
  return [
    query(contract.getAsked, { may: 'asked.read', heavy: true, run: (context) => tell(context, context.db, sources) }),
    command(contract.changeAskedMinutes, {
      may: 'asked.manage',
      over: async () => 'district',
      run: async (context, { body }) => {
        const { tx, tenant, note, expectedVersion } = context
        note({ kind: 'district', id: tenant ?? 0 })
        const unknown = body.minutes.findIndex(({ kind }) => !sources.some((one) => one.kind === kind))
        if (unknown !== -1) throw invalidField(`minutes.${unknown}.kind`, 'reference_unknown')
        const minutes = Object.fromEntries(body.minutes.map((one) => [one.kind, one.minutes]))
        if (!(await writeMinutes(tx, expectedVersion, minutes))) {
          throw new Refusal('version_conflict', 'version_conflict')
        }
        return await tell(context, tx, sources)
      },
    }),
    query(contract.getMyAsked, {
      may: 'enrolment.own',
      run: async ({ db, reach, today }) => {
        const { minutes } = await findMinutes(db)
        const counted = await countAsked(db, sources, since(today), reach.people)
        const { people: _, ...total } = inMinutes(counted, minutesOf(sources, minutes)).total
        return total
      },
    }),
  ]
}

async function tell(
  { reachAlso, services, language, today }: RequestContext,
  db: ReadDb,
  sources: readonly KnownSource[],
): Promise<contract.AskedOfPeople> {
  const from = since(today)
  const { minutes: said, version } = await findMinutes(db)
  const minutes = minutesOf(sources, said)
  const counted = await countAsked(db, sources, from)
  const can: 'change'[] = reachAlso('asked.manage')?.district ? ['change'] : []
  return {
    ...{ version, from, can },
    ...inMinutes(counted, minutes),
    kinds: sources.map(({ kind, words }) => ({
      ...{ kind, label: services.translator.say(language, words) },
      minutes: minutes.get(kind) ?? 0,
    })),
  }
}

const minutesOf = (sources: readonly KnownSource[], said: Readonly<Record<string, number>>): Minutes =>
  new Map(sources.map(({ kind, source }) => [kind, said[kind] ?? source.minutes]))

/** The first day of twelve months, this one the last. */
function since(today: string): string {
  const [year = 0, month = 1] = today.split('-').map(Number)
  return new Date(Date.UTC(year, month - MONTHS, 1)).toISOString().slice(0, 10)
}
