import { Modal, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { SignInForm } from '../../modules/identity/sign-in/ui/sign-in.form.tsx'
import { useWords } from '../language.tsx'
import { shellWords } from './words.ts'

/** Signing in above the page one was at. */
export function SignInAgain({ onDone }: { readonly onDone: () => void }): ReactNode {
  const words = useWords(shellWords)
  return (
    <Modal opened onClose={() => {}} withCloseButton={false} title={words.sessionEnded}>
      <Text size="sm" mb="md">
        {words.sessionEndedDetail}
      </Text>
      <SignInForm bare onDone={onDone} />
    </Modal>
  )
}
