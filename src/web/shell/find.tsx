import { Box, Button } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useWords } from '../language.tsx'
import { HeaderIcon } from './header-icon.tsx'
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
        px={{ base: 'xs', sm: 'md' }}
        aria-label={words.search}
        onClick={open}
        onPointerEnter={() => void load()}
        onFocus={() => void load()}
        aria-keyshortcuts="Control+K"
      >
        <Box component="span" visibleFrom="sm">
          {words.search}
        </Box>
        <Box component="span" hiddenFrom="sm" lh={0}>
          <HeaderIcon path="M8.5 14a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zm4-1.5L17.5 17.5" />
        </Box>
      </Button>
      <Suspense fallback={null}>{openings === 0 ? null : <FindBox openings={openings} />}</Suspense>
    </>
  )
}
