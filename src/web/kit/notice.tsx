import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useWords } from '../language.tsx'
import { kitWords } from './words.ts'

const SEEN_AFTER = 4_000
/** Long enough to read, to doubt and to reach the button. */
const UNDONE_WITHIN = 12_000

/** Says in a corner of the page that something is done; what can be taken back is taken back from there. */
export function useNotice(): (message: string, undo?: () => Promise<void>) => void {
  const words = useWords(kitWords)
  return (message, undo) => {
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
