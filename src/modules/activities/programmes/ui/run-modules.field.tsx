import { Checkbox, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { getProgramme } from '../programmes.contract.ts'
import './programmes.css'
import { programmeWords } from './words.ts'

type Props = {
  readonly programme: number
  readonly disabled: boolean
  /** What nothing ticked comes to; of a run, where nothing else is said. */
  readonly hint?: string
  /** None: all of the programme. */
  readonly value: readonly number[]
  readonly error: string | undefined
  onChange(modules: readonly number[]): void
}

/** Which modules of a programme a run carries out, where that is not all of it. */
export function RunModulesField({ programme, disabled, hint, value, error, onChange }: Props): ReactNode {
  const words = useWords(programmeWords)
  const { language } = useLanguage()
  const card = useQuery({
    queryKey: ['programme', programme, language],
    queryFn: () => call(getProgramme, { params: { id: programme } }),
  })
  const { modules = [] } = card.data ?? {}
  if (modules.length < 2) return null
  return (
    <fieldset className="rost-wide rost-programme-parts" disabled={disabled}>
      <legend>{words.runModules}</legend>
      <Text size="xs" c="dimmed">
        {hint ?? words.runModulesHint}
      </Text>
      {modules.map(({ id, title, hours }) => (
        <Checkbox
          key={id}
          mt="xs"
          label={
            <>
              <span className="rost-own-name">{title}</span>, {words.inHours(hours)}
            </>
          }
          checked={value.includes(id)}
          onChange={(e) => onChange(e.currentTarget.checked ? [...value, id] : value.filter((one) => one !== id))}
        />
      ))}
      {error === undefined ? null : (
        <Text size="sm" c="red" role="alert">
          {error}
        </Text>
      )}
    </fieldset>
  )
}
