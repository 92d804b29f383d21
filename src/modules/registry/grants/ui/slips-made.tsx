import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'
import { useWords } from '../../../../web/language.tsx'
import type { Slip } from '../slips.contract.ts'
import { SlipSheets } from './slip-sheets.tsx'
import { accountWords } from './words.ts'

type Props = { readonly slips: readonly Slip[]; readonly children?: ReactNode; readonly actions?: ReactNode }

/** The only sight of the codes: to be printed now, and a word of warning to who leaves the page before. */
export function SlipsMade({ slips, children, actions }: Props): ReactNode {
  const words = useWords(accountWords)
  useEffect(() => {
    if (slips.length === 0) return
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [slips])
  return (
    <Stack>
      <Alert className="rost-no-print" role="status" title={words.done(slips.length)}>
        {slips.length === 0 ? null : <Text size="sm">{words.doneDetail}</Text>}
        {children}
        <Group mt="sm" gap="xs">
          {slips.length === 0 ? null : <Button onClick={() => print()}>{words.print}</Button>}
          {actions}
        </Group>
      </Alert>
      <SlipSheets slips={slips} />
    </Stack>
  )
}
