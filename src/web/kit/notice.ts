import { notifications } from '@mantine/notifications'
import { useWords } from '../language.tsx'
import { kitWords } from './words.ts'

const SEEN_AFTER = 4_000

/** Says in a corner of the page that something is done. */
export function useNotice(): (message: string) => void {
  const { close } = useWords(kitWords)
  return (message) => {
    notifications.show({ message, autoClose: SEEN_AFTER, closeButtonProps: { 'aria-label': close } })
  }
}
