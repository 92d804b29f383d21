import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react'
import { lastAsked } from '../api.ts'
import type { Me } from '../me.tsx'
import { queryClient, tellSessionEnd } from '../queries.ts'
import { type Ending, endingOf } from './rest.ts'

const Warning = lazy(async () => ({ default: (await import('./rest-warning.tsx')).RestWarning }))

const LOOKS_EVERY_MS = 10_000
const SIGNS_OF_LIFE = ['keydown', 'pointerdown'] as const

const stay = (): Promise<void> => queryClient.refetchQueries({ queryKey: ['me'] })

/**
 * Warns before the session ends of rest, and asks to sign in again when it has. Whoever types without asking the server for
 * anything is there: the session is kept without a word.
 */
export function RestWatch({ session }: { readonly session: Me['session'] }): ReactNode {
  const [ending, setEnding] = useState<Ending>('far')
  const [seen, setSeen] = useState(false)
  const lastTouched = useRef(0)
  useEffect(() => {
    const touch = (): void => {
      lastTouched.current = Date.now()
    }
    for (const sign of SIGNS_OF_LIFE) addEventListener(sign, touch, { passive: true })
    return () => {
      for (const sign of SIGNS_OF_LIFE) removeEventListener(sign, touch)
    }
  }, [])
  useEffect(() => {
    if (session === null) return
    let told: Ending = 'far'
    const look = (): void => {
      const now = endingOf(session, lastAsked(), Date.now())
      if (now === 'rest' && told === 'far' && lastTouched.current > lastAsked()) return void stay()
      if (now === 'over' && told !== 'over') tellSessionEnd()
      if (now === 'far') setSeen(false)
      told = now
      setEnding(now)
    }
    const timer = setInterval(look, LOOKS_EVERY_MS)
    return () => clearInterval(timer)
  }, [session])
  if (seen || (ending !== 'rest' && ending !== 'life')) return null
  return (
    <Suspense fallback={null}>
      <Warning
        ending={ending}
        onClose={async () => {
          setSeen(true)
          if (ending === 'rest') await stay()
        }}
      />
    </Suspense>
  )
}
