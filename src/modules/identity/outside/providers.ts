import { Refusal } from '../../../platform/errors.ts'
import type { RequestContext } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import type { SignInProvider } from '../../../platform/sign-in.providers.ts'
import { siteAddress } from '../sign-in/link.ts'
import type { Adapter } from './adapter.ts'
import { esia } from './esia.adapter.ts'
import { oidc } from './oidc.adapter.ts'
import { issueTicket } from './outside.ticket.ts'
import { isAway } from './provider.faults.ts'

const ADAPTERS: Readonly<Record<SignInProvider['kind'], Adapter>> = { oidc, esia }

export const adapterOf = ({ kind }: SignInProvider): Adapter => ADAPTERS[kind]

export function getProvider({ settings }: Pick<Services, 'settings'>, code: string): SignInProvider {
  const provider = settings.signInProviders.find((one) => one.code === code)
  if (provider === undefined) throw new Refusal('not_found', 'not_found')
  return provider
}

/** The page of ours a provider sends browsers back to: one for each, so that none answers in the name of another. */
export const returnAddress = ({ settings }: Pick<Services, 'settings'>, { code }: SignInProvider): string =>
  `${siteAddress(settings)}/sign-in/outside/${code}`

/** Sends the browser out. Refused where the provider does not answer. */
export async function setOut(
  context: RequestContext,
  code: string,
  session: number | null,
): Promise<{ address: string }> {
  const { services } = context
  const provider = getProvider(services, code)
  const ticket = issueTicket(context, provider, session)
  try {
    const address = await adapterOf(provider).begin(provider, ticket, returnAddress(services, provider))
    return { address: address.href }
  } catch (error) {
    throw refusalOf(context, provider, error)
  }
}

/** What went wrong at a provider, for the log with its reason and for the reader in words. */
export function refusalOf({ services, language }: RequestContext, provider: SignInProvider, error: unknown): Refusal {
  services.log.warn({ err: error, provider: provider.code }, 'signing in by a provider failed')
  const params = { provider: provider.name[language] }
  return isAway(error)
    ? new Refusal('conflict', 'outside_away', { params })
    : new Refusal('conflict', 'outside_wrong', { params })
}
