import { Button, Group, Text, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useWords } from '../../../../../web/language.tsx'
import { PersonSelect } from '../../../../registry/ui/index.ts'
import { examinationWords } from './words.ts'

export type Examiner = { readonly personId: number | null; readonly name: string; readonly organisation: string }

type Props = {
  readonly examiners: readonly Examiner[]
  readonly error: string | undefined
  onChange(examiners: readonly Examiner[]): void
}

/** Who examines: people of the district, and others by name. */
export function ExaminersFields({ examiners, error, onChange }: Props): ReactNode {
  const words = useWords(examinationWords)
  const [guest, setGuest] = useState({ name: '', organisation: '' })
  return (
    <fieldset className="rost-wide">
      <legend>{words.examiners}</legend>
      <ul className="rost-plain-list">
        {examiners.map((one, at) => (
          <li key={one.personId ?? `${at}-${one.name}`}>
            <Group gap="xs">
              <span className="rost-own-name">
                {one.organisation === '' ? one.name : `${one.name} (${one.organisation})`}
              </span>
              <Button
                size="compact-xs"
                variant="subtle"
                aria-label={words.takeOutOf(one.name)}
                onClick={() => onChange(examiners.filter((_, other) => other !== at))}
              >
                {words.takeOut}
              </Button>
            </Group>
          </li>
        ))}
      </ul>
      {error === undefined ? null : (
        <Text size="sm" c="red" role="alert">
          {error}
        </Text>
      )}
      <div className="rost-filters">
        <PersonSelect
          key={examiners.length}
          label={words.person}
          description={words.personHint}
          value=""
          onChange={(chosen, name) => {
            if (chosen !== '') onChange([...examiners, { personId: Number(chosen), name, organisation: '' }])
          }}
        />
        <TextInput
          label={words.guest}
          description={words.guestHint}
          maxLength={200}
          value={guest.name}
          onChange={(e) => setGuest({ ...guest, name: e.currentTarget.value })}
        />
        <TextInput
          label={words.guestFrom}
          maxLength={300}
          value={guest.organisation}
          onChange={(e) => setGuest({ ...guest, organisation: e.currentTarget.value })}
        />
        <Button
          variant="default"
          className="rost-reset"
          disabled={guest.name.trim() === ''}
          onClick={() => {
            onChange([
              ...examiners,
              { personId: null, name: guest.name.trim(), organisation: guest.organisation.trim() },
            ])
            setGuest({ name: '', organisation: '' })
          }}
        >
          {words.addGuest}
        </Button>
      </div>
    </fieldset>
  )
}
