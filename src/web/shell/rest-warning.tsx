import { Button, Modal, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from '../language.tsx'
import { shellWords } from './words.ts'

type Props = { readonly ending: 'rest' | 'life'; onClose(): void }

/** Two minutes before the session ends. */
export function RestWarning({ ending, onClose }: Props): ReactNode {
  const words = useWords(shellWords)
  return (
    <Modal opened onClose={onClose} withCloseButton={false} title={ending === 'rest' ? words.restEnds : words.lifeEnds}>
      <Text size="sm" mb="md">
        {ending === 'rest' ? words.restEndsDetail : words.lifeEndsDetail}
      </Text>
      <Button data-autofocus onClick={onClose}>
        {ending === 'rest' ? words.stay : words.understood}
      </Button>
    </Modal>
  )
}
