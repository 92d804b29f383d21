import { Button, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef } from 'react'
import { call, Problem } from '../../../../web/api.ts'
import { useWords } from '../../../../web/language.tsx'
import { askForPasskey, signInByPasskey } from '../passkeys.contract.ts'
import { DeviceNote } from './device-note.tsx'
import { offersPasskeys, showPasskey, stopOffering, whyNot } from './passkey.device.ts'
import { passkeyWords } from './words.ts'

/** A little less than what is asked is good for. */
const RENEW_MS = 8 * 60_000

type Props = {
  /** The browser also offers passkeys where the name is typed (a field with `autocomplete="… webauthn"`). */
  readonly offered?: boolean
  readonly primary?: boolean
  onDone(): void
}

/** Signing in by a passkey: by the button, or by what the browser offers. */
export function PasskeyDoor({ offered = false, primary = false, onDone }: Props): ReactNode {
  const words = useWords(passkeyWords)
  const enter = useMutation({
    meta: { signsIn: true },
    mutationFn: (how: 'asked' | 'offered') => signIn(how === 'offered'),
    onSuccess: (isIn) => isIn && onDone(),
  })
  const offer = useRef(enter.mutate)
  useEffect(() => {
    if (!offered) return
    return keepOffering(() => offer.current('offered'))
  }, [offered])
  // Nobody asked for what the browser only offers; a refusal by the server is told whoever asked.
  const isQuiet = enter.variables === 'offered' && !(enter.error instanceof Problem)
  return (
    <Stack gap="sm">
      {isQuiet ? null : <DeviceNote error={enter.error} />}
      <Button
        variant={primary ? 'filled' : 'default'}
        loading={enter.isPending && enter.variables === 'asked'}
        onClick={() => enter.mutate('asked')}
      >
        {words.enter}
      </Button>
    </Stack>
  )
}

/** False where passkeys do not work at this address, or nothing was chosen. */
async function signIn(offered: boolean): Promise<boolean> {
  const { asked } = await call(askForPasskey, {}, { background: true })
  if (asked === null) throw Object.assign(new Error('no passkeys here'), { name: 'SecurityError' })
  try {
    const credential = await showPasskey(asked.options, offered)
    await call(signInByPasskey, { body: { ticket: asked.ticket, credential } })
    return true
  } catch (error) {
    if (offered && whyNot(error) === 'cancelled') return false
    throw error
  }
}

/** Offers them as long as the page stands, and anew before what was asked has run out; gives back the way to stop. */
function keepOffering(offer: () => void): () => void {
  let isOver = false
  let timer: ReturnType<typeof setInterval> | undefined
  void offersPasskeys().then((can) => {
    if (!can || isOver) return
    offer()
    timer = setInterval(offer, RENEW_MS)
  })
  return () => {
    isOver = true
    clearInterval(timer)
    void stopOffering()
  }
}
