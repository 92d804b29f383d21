import { Button, Group, Text, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import type { ClipboardEvent, ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { sayCount, sayDay, sayDifference } from '../../../../web/formats.ts'
import { useDraft } from '../../../../web/kit/draft.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { Change, Mark } from '../../../../web/kit/marks.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { useMay } from '../../../../web/me.tsx'
import {
  AGE_LINES,
  EXPERIENCE_LINES,
  LINES,
  type Line,
  type StateForm,
  UNKNOWN_LINES,
  WOMEN_LINES,
  writeStateForm,
} from '../state-form.contract.ts'
import { countIn, countsIn } from './pasted.ts'
import type { ShownLine } from './state-forms.search.ts'
import { stateFormWords } from './words.ts'

/** What stands in the cells, and the day of the count under `staffOn`. */
type Typed = Readonly<Partial<Record<Line, string>>> & { readonly staffOn: string }

const PARTS = [
  ['general', LINES.filter((line) => ![AGE_LINES, EXPERIENCE_LINES, WOMEN_LINES].some((lines) => isOf(lines, line)))],
  ['age', AGE_LINES],
  ['experience', EXPERIENCE_LINES],
  ['women', WOMEN_LINES],
] as const

function isOf(lines: readonly Line[], line: Line): boolean {
  return lines.includes(line)
}

type Props = { readonly form: StateForm; onLine(line: ShownLine): void }

/** The lines of a form beside what the registry counts; written into by who may, also a whole column at once. */
export function FormGrid({ form, onLine }: Props): ReactNode {
  const words = useWords(stateFormWords)
  const { language } = useLanguage()
  const mayWrite = useMay('person.manage')
  const client = useQueryClient()
  const { organisation, year, version } = form
  const stored: Typed = { staffOn: form.staffOn, ...asText(form.told) }
  const draft = useDraft<Typed>(`state-form-${organisation.id}-${year}`, stored)
  const typed = draft.value
  const faulty = LINES.filter((line) => countIn(typed[line] ?? '') === null)
  const saving = useForm({
    save: () =>
      call(
        writeStateForm,
        { params: { id: organisation.id, year }, body: { staffOn: typed.staffOn, told: countsOf(typed) } },
        { version },
      ),
    touches: [['state-form'], ['state-forms']],
    saved: words.saved,
    onDone: () => draft.clear(),
  })
  const pasted = (event: ClipboardEvent<HTMLInputElement>, from: Line): void => {
    const text = event.clipboardData.getData('text/plain')
    const counts = /[\t\n]/.test(text) ? countsIn(text) : undefined
    if (counts === undefined) return
    event.preventDefault()
    const lines = LINES.slice(LINES.indexOf(from))
    draft.change(Object.fromEntries(lines.slice(0, counts.length).map((line, at) => [line, String(counts[at] ?? '')])))
  }
  const grid = (
    <table className="rost-list rost-form-grid rost-wide">
      <thead>
        <tr>
          <th scope="col">{words.line}</th>
          <th scope="col" className="rost-number">
            {words.told}
          </th>
          <th scope="col" className="rost-number">
            {words.counted}
          </th>
          <th scope="col">{words.difference}</th>
        </tr>
      </thead>
      {PARTS.map(([part, lines]) => (
        <tbody key={part}>
          <tr>
            <th scope="rowgroup" colSpan={4}>
              {words.parts[part]}
            </th>
          </tr>
          {lines.map((line) => (
            <tr key={line}>
              <th scope="row">{words.lines[line]}</th>
              <td className="rost-number">
                {mayWrite ? (
                  <TextInput
                    size="xs"
                    inputMode="numeric"
                    aria-label={`${words.told}: ${words.lines[line]}`}
                    value={typed[line] ?? ''}
                    error={faulty.includes(line) ? words.notCount : undefined}
                    onPaste={(event) => pasted(event, line)}
                    onChange={(event) => draft.change({ [line]: event.currentTarget.value })}
                  />
                ) : (
                  said(form.told[line], language)
                )}
              </td>
              <td className="rost-number">
                <Button
                  size="compact-sm"
                  variant="subtle"
                  aria-label={words.who(sayCount(form.counted[line], language), words.lines[line])}
                  onClick={() => onLine(line)}
                >
                  {sayCount(form.counted[line], language)}
                </Button>
              </td>
              <td>
                <Difference told={countIn(typed[line] ?? '')} counted={form.counted[line]} />
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
  return (
    <>
      <Text size="sm">
        {words.agesOn(sayDay(form.agesOn, language))} {mayWrite ? words.how : ''}
      </Text>
      <Sums typed={typed} />
      <Group gap="xs">
        {UNKNOWN_LINES.map((line) =>
          form[line] === 0 ? null : (
            <Button key={line} size="xs" variant="default" onClick={() => onLine(line)}>
              {words.lines[line]}: {sayCount(form[line], language)}
            </Button>
          ),
        )}
      </Group>
      {mayWrite ? (
        <FormCard
          form={saving}
          label={words.form[form.form]}
          save={words.save}
          cancel={words.cancel}
          onCancel={draft.clear}
          restored={draft.restored}
          onStartAnew={draft.clear}
          onShowNow={() => client.invalidateQueries({ queryKey: ['state-form'] })}
        >
          <TextInput
            type="date"
            label={words.staffOn}
            value={typed.staffOn}
            error={saving.fault('staffOn')}
            onChange={(event) => draft.change({ staffOn: event.currentTarget.value })}
          />
          {grid}
        </FormCard>
      ) : (
        grid
      )}
    </>
  )
}

function Difference({ told, counted }: { told: number | null | undefined; counted: number }): ReactNode {
  const words = useWords(stateFormWords)
  const { language } = useLanguage()
  if (told === null || told === undefined) return null
  if (told === counted) return <Mark state="good">{words.agrees}</Mark>
  return <Change by={counted - told}>{sayDifference(counted - told, language)}</Change>
}

/** Where the parts of what was written do not make the whole: a mistake of the form, or of copying it. */
function Sums({ typed }: { readonly typed: Typed }): ReactNode {
  const words = useWords(stateFormWords)
  const { language } = useLanguage()
  return PARTS.slice(1).map(([part, lines]) => {
    const all = countIn(typed[part === 'women' ? 'women' : 'all'] ?? '')
    if (all === null || all === undefined) return null
    const counts = lines.flatMap((line) => countIn(typed[line] ?? '') ?? [])
    const sum = counts.reduce((one, other) => one + other, 0)
    if (counts.length === 0 || sum === all) return null
    return (
      <Text key={part} size="sm" role="status">
        <Mark state="warn">{words.sum(words.parts[part], sayCount(sum, language), sayCount(all, language))}</Mark>
      </Text>
    )
  })
}

const said = (count: number | undefined, language: 'ru' | 'en'): string =>
  count === undefined ? '' : sayCount(count, language)

const asText = (told: StateForm['told']): Partial<Record<Line, string>> =>
  Object.fromEntries(LINES.flatMap((line) => (told[line] === undefined ? [] : [[line, String(told[line])]])))

function countsOf(typed: Typed): StateForm['told'] {
  return Object.fromEntries(
    LINES.flatMap((line) => {
      const text = typed[line] ?? ''
      const count = countIn(text)
      // What is no count goes as it is: the server names the field.
      return count === undefined ? [] : [[line, count ?? Number.NaN]]
    }),
  )
}
