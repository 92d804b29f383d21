import { Button } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useWords } from '../language.tsx'
import { shellWords } from './words.ts'

const load = () => import('./find.box.tsx')
const FindBox = lazy(async () => ({ default: (await load()).FindBox }))

/** One box that finds people, organisations, indicators and sections; opened by Ctrl K or a slash. */
export function FindButton(): ReactNode {
  const words = useWords(shellWords)
  const [openings, setOpenings] = useState(0)
  const open = (): void => setOpenings((before) => before + 1)
  useHotkeys([
    ['mod + K', open],
    ['/', open],
  ])
  return (
    <>
      <Button
        variant="default"
        size="sm"
        onClick={open}
        onPointerEnter={() => void load()}
        onFocus={() => void load()}
        aria-keyshortcuts="Control+K"
      >
        {words.search}
      </Button>
      <Suspense fallback={null}>{openings === 0 ? null : <FindBox openings={openings} />}</Suspense>
    </>
  )
}
