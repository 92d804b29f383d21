import { Select, Text, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { sayDay } from '../../../../web/formats.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { Mark, type State } from '../../../../web/kit/marks.tsx'
import { Section } from '../../../../web/kit/page.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import type { LookedSheet, ProfileSettings } from '../profiles.contract.ts'
import { Questions } from './questions.tsx'
import { withSheet } from './settings.ts'
import { profileWords } from './words.ts'

type Props = {
  readonly title: string
  readonly sheet: LookedSheet
  readonly settings: ProfileSettings
  onChange(settings: ProfileSettings): void
}

const HOW: Readonly<Record<LookedSheet['columns'][number]['how'], State>> = {
  profile: 'good',
  same: 'good',
  alias: 'good',
  none: 'none',
  forbidden: 'warn',
}

/** A sheet as the profile reads it: its columns, what would be repaired, and what it asks. */
export function LookedSheetView({ title, sheet, settings, onChange }: Props): ReactNode {
  const words = useWords(profileWords)
  const { language } = useLanguage()
  const { means, asOf } = sheet
  if (means === null) {
    return (
      <Section title={title}>
        <Text size="sm">{words.notKnown}</Text>
      </Section>
    )
  }
  return (
    <Section title={title}>
      <Text size="sm" c="dimmed">
        {[
          words.takenFor(means),
          ...(sheet.hidden ? [words.hiddenSheet] : []),
          words.looked(sheet.rows, sheet.skipped),
          ...(asOf === null ? [] : [words.asOf(sayDay(asOf.day, language), asOf.from)]),
        ].join(' · ')}
      </Text>
      <Columns sheet={sheet} means={means} settings={settings} onChange={onChange} />
      {sheet.missing.length === 0 ? null : (
        <>
          <Text fw={600} mt="sm">
            {words.missing}
          </Text>
          <Text size="sm">{sheet.missing.map((header) => `«${header}»`).join(', ')}</Text>
          <Text size="sm" c="dimmed">
            {words.missingDetail}
          </Text>
          <div className="rost-filters">
            {sheet.missing.filter(isOfAll).map((header) => (
              <TextInput
                key={header}
                label={words.forAll(header)}
                value={settings.sheets[means]?.constants[header] ?? ''}
                onChange={(event) => {
                  const typed = event.currentTarget.value
                  onChange(withSheet(settings, means, 'constants', [header, typed === '' ? undefined : typed]))
                }}
              />
            ))}
          </div>
        </>
      )}
      <Text fw={600} mt="sm">
        {sheet.remarks.length === 0 ? words.noRepairs : words.repairs}
      </Text>
      <ul className="rost-plain-list">
        {sheet.remarks.map(({ code, column, message, rows }) => (
          <li key={`${code} ${column}`}>{`${message} — ${words.rows(rows)}`}</li>
        ))}
      </ul>
      <Questions questions={sheet.questions} settings={settings} onChange={onChange} />
    </Section>
  )
}

/** Nobody is called as everybody else. */
const isOfAll = (header: string): boolean => !/^(Фамилия|Имя|Отчество|Дата рождения|СНИЛС)/.test(header)

const LEAVE = ''

function Columns({ sheet, means, settings, onChange }: Omit<Props, 'title'> & { means: string }): ReactNode {
  const words = useWords(profileWords)
  return (
    <DataTable
      caption={words.columns}
      columns={[
        { key: 'header', title: words.inFile, cell: ({ header }) => header },
        {
          key: 'means',
          title: words.means,
          cell: (column) => {
            const { key } = column
            const said = settings.sheets[means]?.columns[key]
            const now = said === undefined ? column.means : said
            const shown = said === undefined ? column.how : 'profile'
            return (
              <>
                <Select
                  aria-label={`${words.means}: ${column.header}`}
                  size="xs"
                  searchable
                  allowDeselect={false}
                  disabled={column.how === 'forbidden'}
                  data={[
                    { value: LEAVE, label: words.leave },
                    ...sheet.choices.map((choice) => ({ value: choice, label: choice })),
                  ]}
                  value={now ?? LEAVE}
                  onChange={(chosen) =>
                    onChange(withSheet(settings, means, 'columns', [key, chosen === LEAVE ? null : chosen]))
                  }
                />
                <Text size="xs" component="div">
                  <Mark state={HOW[shown]}>{words.hows[shown]}</Mark>
                </Text>
              </>
            )
          },
        },
      ]}
      rows={sheet.columns}
      keyOf={({ place }) => place}
    />
  )
}
