import type { Site } from './passkey.site.ts'
import { TICKET_MINUTES } from './passkey.ticket.ts'
import type { CreationOptions, RequestOptions, Transport } from './passkeys.contract.ts'

/** EdDSA, ES256, RS256: what devices have (numbers of COSE). */
export const ALGORITHMS = [-8, -7, -257] as const
const TIMEOUT = TICKET_MINUTES * 60_000
const TRANSPORTS: readonly Transport[] = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb']

type Device = { readonly credentialId: Buffer; readonly transports: readonly string[] }

type Asked = {
  readonly site: Site
  readonly challenge: string
  readonly user: string
  readonly account: { readonly name: string; readonly email: string | null; readonly login: string | null }
  readonly devices: readonly Device[]
}

/** Asks for a passkey that is found without a name, opens for its owner alone, and tells nothing of who made the device. */
export function creationOptions({ site, challenge, user, account, devices }: Asked): CreationOptions {
  return {
    rp: { id: site.rpId, name: 'Рост' },
    user: { id: user, name: account.login ?? account.email ?? account.name, displayName: account.name },
    challenge,
    pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
    timeout: TIMEOUT,
    excludeCredentials: devices.map(describe),
    authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
    attestation: 'none',
  }
}

/** `devices`: those of the account that typed its password, where somebody did. */
export function requestOptions(site: Site, challenge: string, devices: readonly Device[]): RequestOptions {
  return {
    rpId: site.rpId,
    challenge,
    timeout: TIMEOUT,
    allowCredentials: devices.map(describe),
    userVerification: 'required',
  }
}

const describe = ({ credentialId, transports }: Device): RequestOptions['allowCredentials'][number] => ({
  type: 'public-key',
  id: credentialId.toString('base64url'),
  transports: TRANSPORTS.filter((transport) => transports.includes(transport)),
})
