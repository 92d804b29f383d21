import { Alert, Loader, Stack, Table, Text, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { useDraft } from '../../../../web/kit/draft.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { changeDistrict, DICTIONARY_TERMS, type District, getDistrict, type OwnWords } from '../district.contract.ts'
import { dictionaryWords } from './words.ts'

const LANGUAGES = ['ru', 'en'] as const

/** The district's own words for our terms, all on one page. */
export function DictionarySection(): ReactNode {
  const district = useQuery({ queryKey: ['district'], queryFn: () => call(getDistrict, {}) })
  if (district.isPending) return <Loader />
  if (district.isError) return <ProblemNote error={district.error} onRetry={() => district.refetch()} />
  return district.data.can.includes('change') ? (
    <DictionaryForm district={district.data} />
  ) : (
    <WordsTable words={(term, language) => district.data.dictionary[term][language]} />
  )
}

type Term = (typeof DICTIONARY_TERMS)[number]
type Tongue = (typeof LANGUAGES)[number]
/** `mentor.ru` → what was typed. */
type Typed = Readonly<Record<string, string>>

function DictionaryForm({ district }: { district: District }): ReactNode {
  const words = useWords(dictionaryWords)
  const { language } = useLanguage()
  const client = useQueryClient()
  const stored: Typed = Object.fromEntries(
    DICTIONARY_TERMS.flatMap((term) =>
      LANGUAGES.map((tongue) => [`${term}.${tongue}`, district.own[term]?.[tongue] ?? '']),
    ),
  )
  const draft = useDraft<Typed>('dictionary', stored)
  const form = useForm({
    save: () => call(changeDistrict, { body: { dictionary: bodyOf(draft.changes) } }, { version: district.version }),
    touches: [['district']],
    saved: words.saved,
    onDone: () => draft.clear(),
  })
  const shown = (term: Term): string =>
    draft.value[`${term}.${language}`]?.trim() || district.dictionary[term][language]
  return (
    <Stack>
      <Text size="sm">{words.about}</Text>
      <Alert title={words.preview}>{words.example(shown('community'), shown('pathway'), shown('pool'))}</Alert>
      <FormCard
        form={form}
        label={words.save}
        save={words.save}
        cancel={words.cancel}
        onCancel={() => draft.clear()}
        restored={draft.restored}
        onStartAnew={() => draft.clear()}
        onShowNow={() => client.invalidateQueries({ queryKey: ['district'] })}
      >
        {DICTIONARY_TERMS.flatMap((term) =>
          LANGUAGES.map((tongue) => {
            const field = `${term}.${tongue}`
            const own = district.own[term]?.[tongue]
            const usual = district.dictionary[term][tongue]
            const label = tongue === 'ru' ? words.fieldRu : words.fieldEn
            return (
              <TextInput
                key={field}
                label={label(own === undefined ? usual : district.dictionary[term].en)}
                placeholder={own === undefined ? usual : ''}
                maxLength={100}
                value={draft.value[field] ?? ''}
                error={form.fault(`dictionary.${field}`)}
                onChange={(e) => draft.change({ [field]: e.currentTarget.value })}
              />
            )
          }),
        )}
      </FormCard>
    </Stack>
  )
}

function WordsTable({ words: say }: { words(term: Term, language: Tongue): string }): ReactNode {
  const words = useWords(dictionaryWords)
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{words.russian}</Table.Th>
          <Table.Th scope="col">{words.english}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {DICTIONARY_TERMS.map((term) => (
          <Table.Tr key={term}>
            <Table.Td>{say(term, 'ru')}</Table.Td>
            <Table.Td>{say(term, 'en')}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

/** Only what was typed is sent; an emptied field takes our word again. */
function bodyOf(changes: Partial<Typed>): OwnWords {
  const body: OwnWords = {}
  for (const term of DICTIONARY_TERMS) {
    for (const tongue of LANGUAGES) {
      const typed = changes[`${term}.${tongue}`]
      if (typed !== undefined) body[term] = { ...body[term], [tongue]: typed.trim() === '' ? null : typed }
    }
  }
  return body
}
