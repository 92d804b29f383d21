import { Button, Group, Text } from '@mantine/core'
import { lazy, type ReactNode, Suspense, useSyncExternalStore } from 'react'
import { useWords } from '../language.tsx'
import { kitWords } from './words.ts'

/** Loaded with the first notice: most pages are read without one. */
const load = () => import('@mantine/notifications')
const Corner = lazy(async () => ({ default: (await load()).Notifications }))

let isWanted = false
const listeners = new Set<() => void>()

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

async function openCorner(): Promise<Awaited<ReturnType<typeof load>>['notifications']> {
  isWanted = true
  for (const listener of listeners) listener()
  return (await load()).notifications
}

/** The corner of the page where notices appear. */
export function Notices(): ReactNode {
  const isOpen = useSyncExternalStore(subscribe, () => isWanted)
  return <Suspense fallback={null}>{isOpen ? <Corner position="bottom-right" /> : null}</Suspense>
}

const SEEN_AFTER = 4_000
/** Long enough to read, to doubt and to reach the button. */
const UNDONE_WITHIN = 12_000

/** Says in a corner of the page that something is done; what can be taken back is taken back from there. */
export function useNotice(): (message: string, undo?: () => Promise<void>) => Promise<void> {
  const words = useWords(kitWords)
  return async (message, undo) => {
    const notifications = await openCorner()
    const id = crypto.randomUUID()
    const takeBack = async (run: () => Promise<void>): Promise<void> => {
      notifications.hide(id)
      await run()
    }
    notifications.show({
      id,
      message:
        undo === undefined ? (
          message
        ) : (
          <Group justify="space-between" gap="xs">
            <Text size="sm">{message}</Text>
            <Button size="compact-sm" variant="light" onClick={() => takeBack(undo)}>
              {words.undo}
            </Button>
          </Group>
        ),
      autoClose: undo === undefined ? SEEN_AFTER : UNDONE_WITHIN,
      closeButtonProps: { 'aria-label': words.close },
    })
  }
}
