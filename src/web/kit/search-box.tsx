import { CloseButton, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { type ReactNode, useEffect, useState } from 'react'
import { useWords } from '../language.tsx'
import { kitWords } from './words.ts'

const PAUSE = 250

type Props = { readonly label: string; readonly value: string | undefined; onChange(value: string | undefined): void }

/** Searches while one types, a moment after the last key; empty is no search. */
export function SearchBox({ label, value = '', onChange }: Props): ReactNode {
  const words = useWords(kitWords)
  const [text, setText] = useState(value)
  const tell = useDebouncedCallback((typed: string) => onChange(typed.trim() === '' ? undefined : typed.trim()), PAUSE)
  // Going back in the browser's history changes the address; the box follows unless somebody is typing.
  useEffect(() => setText((typed) => (typed.trim() === value ? typed : value)), [value])
  return (
    <TextInput
      type="search"
      label={label}
      value={text}
      maxLength={200}
      onChange={(event) => {
        setText(event.currentTarget.value)
        tell(event.currentTarget.value)
      }}
      rightSection={
        text === '' ? null : (
          <CloseButton
            size="sm"
            aria-label={words.clear}
            onClick={() => {
              setText('')
              onChange(undefined)
            }}
          />
        )
      }
    />
  )
}
