import { Box, Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useRouterState } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense, useEffect, useRef } from 'react'
import { useWords } from '../language.tsx'
import type { Place } from './guide.ts'
import { helpFor } from './places.ts'
import { helpWords } from './words.ts'

const HelpPanel = lazy(async () => ({ default: (await import('./help-panel.tsx')).HelpPanel }))

/** Opens the help on the page one is on, as does the key «?». `place`: for who is not signed in and has no pages yet. */
export function HelpButton({ place }: { place?: Place }): ReactNode {
  const words = useWords(helpWords)
  const [opened, help] = useDisclosure(false)
  const button = useRef<HTMLButtonElement>(null)
  const before = useRef<Element | null>(null)
  const path = useRouterState({ select: (state) => state.matches.at(-1) })
  const here = place ?? helpFor(path?.routeId === '__root__' ? undefined : path?.fullPath)
  const toggle = (): void => {
    if (!opened) before.current = document.activeElement
    help.toggle()
  }
  const close = (): void => {
    help.close()
    const back = before.current
    if (back instanceof HTMLElement && back !== document.body && back.isConnected) back.focus()
    else button.current?.focus()
  }
  useQuestionMark(opened ? close : toggle)
  return (
    <>
      <Button
        ref={button}
        variant="default"
        size="sm"
        px={{ base: 'xs', sm: 'md' }}
        aria-label={words.help}
        aria-expanded={opened}
        aria-keyshortcuts="?"
        onClick={opened ? close : toggle}
      >
        <Box component="span" visibleFrom="sm">
          {words.help}
        </Box>
        <Box component="span" hiddenFrom="sm">
          ?
        </Box>
      </Button>
      {opened ? (
        <Suspense fallback={null}>
          <HelpPanel place={here} isSignedIn={place === undefined} onClose={close} />
        </Suspense>
      ) : null}
    </>
  )
}

/** The key is a letter to who types, and belongs to a dialogue while one is open. */
function useQuestionMark(run: () => void): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.key !== '?' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      const { target } = event
      if (target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select')))
        return
      if (document.querySelector('[role="dialog"][aria-modal="true"]:not([data-help])') !== null) return
      event.preventDefault()
      run()
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  })
}
