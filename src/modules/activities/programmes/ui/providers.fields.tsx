import { Button, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from '../../../../web/language.tsx'
import { OrganisationSelect } from '../../../registry/ui/index.ts'
import type { PartsProps } from './modules.fields.tsx'
import type { ProviderTyped } from './programme.typed.ts'
import { programmeWords } from './words.ts'

/** Who carries it out together, the leading one first: of the district, or another by name. */
export function ProvidersFields({ typed, fault, onChange }: PartsProps): ReactNode {
  const words = useWords(programmeWords)
  const { providers } = typed
  const set = (at: number, to: ProviderTyped): void =>
    onChange({ providers: providers.map((provider, index) => (index === at ? to : provider)) })
  return (
    <fieldset className="rost-wide rost-programme-parts">
      <legend>{words.providers}</legend>
      {providers.map(({ organisationId, outside }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is what tells them apart
        <fieldset key={at} className="rost-filters" aria-label={words.providerOf(at + 1)}>
          <OrganisationSelect
            label={words.providerOf(at + 1)}
            value={organisationId}
            error={fault(`providers.${at}.organisationId`)}
            onChange={(id) => set(at, { organisationId: id, outside: id === '' ? outside : '' })}
          />
          <TextInput
            label={words.outside}
            maxLength={300}
            value={outside}
            error={fault(`providers.${at}.outside`)}
            onChange={(e) => set(at, { organisationId: '', outside: e.currentTarget.value })}
          />
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={words.takeOutOf(words.providerOf(at + 1))}
            onClick={() => onChange({ providers: providers.filter((_, index) => index !== at) })}
          >
            {words.takeOut}
          </Button>
        </fieldset>
      ))}
      <Button
        size="xs"
        variant="default"
        onClick={() => onChange({ providers: [...providers, { organisationId: '', outside: '' }] })}
      >
        {words.addProvider}
      </Button>
    </fieldset>
  )
}
