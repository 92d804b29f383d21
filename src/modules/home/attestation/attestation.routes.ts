import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import { Refusal } from '../../../platform/errors.ts'
import { command, query, type RequestContext, type Route } from '../../../platform/http/route.ts'
import { findLife, requireTenant, type Vocabulary } from '../../population/index.ts'
import { findDistrictRow, takeAway } from '../../registry/index.ts'
import * as contract from './attestation.contract.ts'
import { folderDocument } from './attestation.document.ts'
import { findApplicant } from './attestation.repo.ts'
import { aimAfter, gather, sinceWhen } from './criteria.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export const attestationRoutes = (vocabulary: Vocabulary): readonly Route[] => [
  query(contract.getAttestationFolder, {
    may: 'trace.own',
    run: async (context, { query: { aim } }) =>
      (await folderOf(vocabulary, context, context.db, aim, context.language)).folder,
  }),
  command(contract.getAttestationDocument, {
    may: 'trace.own',
    run: async (context, { query: { aim } }) => {
      const { tx, today } = context
      // A paper of a Russian district, whoever prints it.
      const { folder, person, applicant } = await folderOf(vocabulary, context, tx, aim, 'ru')
      const district = await findDistrictRow(tx)
      await takeAway(context, {
        action: contract.getAttestationDocument.id,
        ...{ kind: 'person', id: person, details: { aim: folder.aim } },
        rows: folder.parts.reduce((sum, { facts }) => sum + facts.length, 0),
      })
      // The printers are large, and few commands need them.
      const { printDocx } = await import('../../../platform/documents/index.ts')
      const content = await printDocx(folderDocument({ folder, applicant, day: today, district: district?.name ?? '' }))
      return { fileName: `attestation-${today}.docx`, mediaType: WORD, content }
    },
  }),
]

/** Of oneself and nobody else: the person is that of the asker's own grant. */
async function folderOf(
  vocabulary: Vocabulary,
  { reach, tenant, today }: Pick<RequestContext, 'reach' | 'tenant' | 'today'>,
  db: ReadDb | Tx,
  wanted: contract.Aim | undefined,
  language: 'ru' | 'en',
) {
  const [person] = reach.people
  const applicant = person === undefined ? undefined : await findApplicant(db, person, today)
  if (person === undefined || applicant === undefined) throw new Refusal('not_found', 'not_found')
  const { category } = applicant
  const aim = wanted ?? aimAfter(category?.key ?? null)
  const since = sinceWhen(category?.on ?? null, today)
  const life = await findLife(db, vocabulary, { tenant: requireTenant(tenant), person, language, islands: false })
  const folder: contract.Folder = {
    aim,
    category: category && { label: category.label, on: category.on, endsOn: category.endsOn },
    since,
    parts: gather(aim, life.items, since).map(({ criterion, facts }) => ({
      code: criterion.code,
      title: criterion.title[language],
      hint: criterion.hint[language],
      fromFacts: criterion.facts !== undefined,
      facts: [...facts],
    })),
  }
  return { folder, person, applicant }
}
