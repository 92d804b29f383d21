import type { Assertion, Attestation, CreationOptions, RequestOptions } from '../passkeys.contract.ts'

/** Whether a browser keeps passkeys for this page: for a name, over a line nobody listens to. */
export const mayUsePasskeys = (): boolean =>
  window.isSecureContext && 'PublicKeyCredential' in window && !/^[\d.]+$|^\[/.test(location.hostname)

/** Few use passkeys at all; what talks to the device comes when it is needed. */
const device = () => import('@simplewebauthn/browser')

/** Has a device make a passkey. Throws what `whyNot` tells apart. */
export async function makePasskey(options: CreationOptions): Promise<Attestation> {
  const { startRegistration } = await device()
  const { id, response } = await startRegistration({ optionsJSON: options })
  const { clientDataJSON, attestationObject, transports = [] } = response
  return { id, response: { clientDataJSON, attestationObject, transports } }
}

/** Has a device show a passkey; `offered`: among what the browser fills the field of the name with, whenever it is chosen. */
export async function showPasskey(options: RequestOptions, offered = false): Promise<Assertion> {
  const { startAuthentication } = await device()
  const { id, response } = await startAuthentication({ optionsJSON: options, useBrowserAutofill: offered })
  const { clientDataJSON, authenticatorData, signature } = response
  return { id, response: { clientDataJSON, authenticatorData, signature } }
}

export const offersPasskeys = async (): Promise<boolean> => (await device()).browserSupportsWebAuthnAutofill()

/** Stops waiting for one to be chosen. */
export const stopOffering = async (): Promise<void> => (await device()).WebAuthnAbortService.cancelCeremony()

/** Why there is no answer of a device: its owner did not want to, it has one already, or it cannot. */
export function whyNot(error: unknown): 'known' | 'cancelled' | 'cannot' | undefined {
  if (!(error instanceof Error)) return undefined
  if (error.name === 'InvalidStateError') return 'known'
  if (error.name === 'NotAllowedError' || error.name === 'AbortError') return 'cancelled'
  return ['NotSupportedError', 'ConstraintError', 'SecurityError'].includes(error.name) ? 'cannot' : undefined
}
