import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { useWords } from '../../../../web/language.tsx'
import { UndoModal } from './undo.modal.tsx'
import { undoWords } from './words.ts'

/** Takes a whole load back, after saying what that means. */
export function UndoButton({ loadId }: { loadId: number }): ReactNode {
  const words = useWords(undoWords)
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <>
      <Button size="xs" variant="default" className="rost-no-print" onClick={open}>
        {words.button}
      </Button>
      {opened ? <UndoModal loadId={loadId} onClose={close} /> : null}
    </>
  )
}
