import { Button, Checkbox, NumberInput, Select, Text, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from '../../../../web/language.tsx'
import { hoursTaken } from '../hours-taken.contract.ts'
import { MODULE_FORMS } from '../programmes.contract.ts'
import type { ModuleTyped, ProgrammeTyped } from './programme.typed.ts'
import { programmeWords } from './words.ts'

export type PartsProps = {
  readonly typed: ProgrammeTyped
  fault(path: string): string | undefined
  onChange(part: Partial<ProgrammeTyped>): void
}

const NEW_MODULE: ModuleTyped = { title: '', hours: '', form: 'in_person', elective: false }

/** The modules in their order; their hours are summed up while one types. */
export function ModulesFields({ typed, fault, onChange }: PartsProps): ReactNode {
  const words = useWords(programmeWords)
  const { modules, electives } = typed
  const set = (at: number, part: Partial<ModuleTyped>): void =>
    onChange({ modules: modules.map((module, index) => (index === at ? { ...module, ...part } : module)) })
  const plan = modules.map((module) => ({ ...module, hours: Number(module.hours) }))
  const taken = hoursTaken({ modules: plan, electives: Number(electives) })
  return (
    <fieldset className="rost-wide rost-programme-parts">
      <legend>{words.modules}</legend>
      {modules.map((module, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a module has no name of its own until it is typed
        <fieldset key={at} className="rost-filters" aria-label={words.moduleOf(at + 1)}>
          <TextInput
            label={words.moduleTitle}
            required
            maxLength={300}
            value={module.title}
            error={fault(`modules.${at}.title`)}
            onChange={(e) => set(at, { title: e.currentTarget.value })}
          />
          <NumberInput
            label={words.hours}
            required
            min={0}
            value={module.hours}
            error={fault(`modules.${at}.hours`)}
            onChange={(hours) => set(at, { hours })}
          />
          <Select
            label={words.moduleForm}
            allowDeselect={false}
            data={MODULE_FORMS.map((value) => ({ value, label: words.moduleForms[value] }))}
            value={module.form}
            onChange={(to) => set(at, { form: MODULE_FORMS.find((one) => one === to) ?? module.form })}
          />
          <Checkbox
            label={words.elective}
            checked={module.elective}
            onChange={(e) => set(at, { elective: e.currentTarget.checked })}
          />
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={words.takeOutOf(module.title || words.moduleOf(at + 1))}
            onClick={() => onChange({ modules: modules.filter((_, index) => index !== at) })}
          >
            {words.takeOut}
          </Button>
        </fieldset>
      ))}
      <Button size="xs" variant="default" onClick={() => onChange({ modules: [...modules, NEW_MODULE] })}>
        {words.addModule}
      </Button>
      {modules.some(({ elective }) => elective) ? (
        <NumberInput
          label={words.electives}
          min={0}
          allowDecimal={false}
          maw={320}
          value={electives}
          error={fault('electives')}
          onChange={(to) => onChange({ electives: to })}
        />
      ) : null}
      {taken === undefined || taken === 0 ? null : <Text size="sm">{words.sum(taken)}</Text>}
    </fieldset>
  )
}
