import { TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from '../../../../web/language.tsx'
import { PersonSelect } from '../../../registry/ui/index.ts'
import { internshipWords } from './words.ts'

type Typed = { readonly supervisorId: string; readonly supervisorGuest: string }
type Props = {
  readonly typed: Typed
  fault(path: string): string | undefined
  onChange(part: Partial<Typed>): void
}

/** Who guides the intern: one of the district, or another by name; typing one empties the other. */
export function SupervisorFields({ typed, fault, onChange }: Props): ReactNode {
  const words = useWords(internshipWords)
  return (
    <>
      <PersonSelect
        label={words.supervisor}
        description={words.supervisorHint}
        value={typed.supervisorId}
        error={fault('supervisorId')}
        onChange={(supervisorId) => onChange({ supervisorId, ...(supervisorId !== '' && { supervisorGuest: '' }) })}
      />
      <TextInput
        label={words.guest}
        description={words.guestHint}
        maxLength={200}
        value={typed.supervisorGuest}
        error={fault('supervisorGuest')}
        onChange={(e) => onChange({ supervisorId: '', supervisorGuest: e.currentTarget.value })}
      />
    </>
  )
}
