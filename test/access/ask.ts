import type { LightMyRequestResponse } from 'fastify'
import type { Route } from '../../src/platform/http/route.ts'
import type { Person } from '../harness/actors.ts'
import type { Asked } from './expectation.ts'

/** Asks a route in the name of somebody. */
export async function ask(
  actor: Pick<Person, 'ask'>,
  { contract }: Route,
  { params = {}, query, payload, version }: Asked,
  headers: Readonly<Record<string, string>> = {},
): Promise<LightMyRequestResponse> {
  const url = contract.path.replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(String(params[key])))
  return await actor.ask(contract.method.toUpperCase() as 'GET', url, {
    headers: { ...headers, ...(version !== undefined && { 'if-match': `"${version}"` }) },
    ...(query && { query: { ...query } }),
    ...(payload && { payload }),
  })
}
