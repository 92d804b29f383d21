import { Group, Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { call, upload } from '../../../../web/api.ts'
import { sayDay } from '../../../../web/formats.ts'
import { type Column, DataTable } from '../../../../web/kit/data-table.tsx'
import { TextLink } from '../../../../web/kit/links.tsx'
import { Mark, type State } from '../../../../web/kit/marks.tsx'
import { Page, Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { answerFederalFromFile, type FederalRow, getFederalFile } from '../files.contract.ts'
import { Answering } from './answering.tsx'
import { BringButton } from './bring.button.tsx'
import { TakingForm } from './taking.form.tsx'
import { federalWords } from './words.ts'

const STATES: Readonly<Record<FederalRow['answer'], State>> = { waiting: 'none', taken: 'good', refused: 'bad' }

/** A file for the register: taken away with a reason, and answered row by row. */
export function FederalFilePage(): ReactNode {
  const words = useWords(federalWords)
  const { language } = useLanguage()
  const { id } = useParams({ from: '/documents/federal/$id' })
  const [chosen, setChosen] = useState<ReadonlySet<string | number>>(new Set())
  const file = useQuery({
    queryKey: ['federal', 'file', id],
    queryFn: () => call(getFederalFile, { params: { id } }),
  })
  const columns = useColumns()
  if (file.data === undefined)
    return (
      <Page title={words.title} actions={<TextLink to="/documents/federal">{words.toList}</TextLink>}>
        <ProblemNote error={file.error} onRetry={() => file.refetch()} />
        {file.isPending ? <Skeleton height={260} /> : null}
      </Page>
    )
  const { number, madeOn, rows } = file.data
  return (
    <Page
      title={words.file(number)}
      about={words.fileAbout(sayDay(madeOn, language))}
      actions={<TextLink to="/documents/federal">{words.toList}</TextLink>}
    >
      <TakingForm file={file.data.id} />
      <Section title={words.answer}>
        <DataTable
          caption={words.answer}
          columns={columns}
          rows={rows}
          keyOf={(row) => row.id}
          chosen={{
            keys: chosen,
            choose: (keys, isChosen) =>
              setChosen(isChosen ? chosen.union(new Set(keys)) : chosen.difference(new Set(keys))),
            nameOf: ({ holder, number: document }) => `${holder}, ${document}`,
          }}
        />
        <Text size="sm" c="dimmed" mt="xs">
          {words.answerAbout}
        </Text>
        <Group gap="xs" mt="xs" className="rost-no-print">
          <BringButton
            label={words.bringAnswers}
            send={(chosenFile) => upload(answerFederalFromFile, [chosenFile], { params: { id } })}
            said={({ taken, refused, left }) => words.answersBrought(taken, refused, left)}
          />
        </Group>
        <Answering
          file={file.data.id}
          rows={rows.filter((row) => chosen.has(row.id)).map((row) => row.id)}
          onDone={() => setChosen(new Set())}
        />
      </Section>
    </Page>
  )
}

function useColumns(): Column<FederalRow>[] {
  const words = useWords(federalWords)
  return [
    {
      key: 'number',
      title: words.number,
      cell: ({ documentId, number }) => (
        <TextLink to="/documents/$id" params={{ id: String(documentId) }}>
          {number}
        </TextLink>
      ),
    },
    { key: 'holder', title: words.holder, cell: ({ holder }) => <span className="rost-own-name">{holder}</span> },
    { key: 'says', title: words.says, cell: ({ says }) => words.saying[says] },
    {
      key: 'answer',
      title: words.answer,
      cell: ({ answer, word }) => (
        <Mark state={STATES[answer]}>
          {words.answers[answer]}
          {word === null ? null : <span className="rost-own-name">: {word}</span>}
        </Mark>
      ),
    },
  ]
}
