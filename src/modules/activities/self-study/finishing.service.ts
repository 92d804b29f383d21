import { invalidField, Refusal } from '../../../platform/errors.ts'
import type { CommandContext } from '../../../platform/http/route.ts'
import { issueDocuments } from '../../documents/index.ts'
import { enterLearning, strikeLearning } from '../learning.repo.ts'
import type { Taught } from '../modules/gathered.repo.ts'
import { getTaught } from '../modules/gathered.service.ts'
import { aboutOf, titleOfPart } from '../runs/closing/about.ts'
import type { Documents } from '../runs/closing/closing.contract.ts'
import { findNumbers } from '../runs/closing/closing.repo.ts'
import { paperOf } from '../runs/closing/closing.rules.ts'
import { areInWhole, deletePassedModules, insertPassedModules } from './completing.repo.ts'
import type { StoredSelfStudy } from './self-study.repo.ts'
import { lockFor, save, tell } from './self-study.service.ts'

type Finished = {
  readonly finishedOn: string
  readonly examiner: string
  readonly documents: Documents | null
}

/** Modules, learning of who took all of the programme, and the document: all of it or nothing. */
export async function finish(context: CommandContext, id: number, finished: Finished): Promise<void> {
  const { tx, today } = context
  const { finishedOn, examiner, documents } = finished
  const study = await lockFor(context, id, 'finish')
  if (finishedOn > today) throw invalidField('finishedOn', 'in_future')
  if (study.modules.some(({ passedOn }) => (passedOn ?? finishedOn) > finishedOn))
    throw invalidField('finishedOn', 'study_before_module')
  const taught = await getTaught(tx, study.programme.id)
  const batch = documents === null ? null : await giveDocument(context, { study, taught, finishedOn }, documents)
  const numbers = await findNumbers(tx, { kind: 'self_study', id })
  const { title, topic, provider, hours, kind } = taught
  const learning = study.isPart
    ? null
    : await enterLearning(tx, study.person.id, {
        ...{ kind, form: 'self', programme: title, provider, hours, topic },
        ...{ startsOn: study.startsOn, endsOn: finishedOn, number: numbers.get(study.person.id) ?? null },
      })
  await insertPassedModules(tx, study)
  const set = { finished_on: finishedOn, examiner, learning_id: learning, batch_id: batch }
  await save(context, id, { state: 'finished', ...set })
  await tell(context, study, [study.person.id], 'study_finished')
}

type Given = { readonly study: StoredSelfStudy; readonly taught: Taught; readonly finishedOn: string }

/** Faults: as `issueDocuments`; 422 for a day before it ended, and for what the paper lacks. */
async function giveDocument(
  { tx, services, tenant, actor, today }: CommandContext,
  { study, taught, finishedOn }: Given,
  documents: Documents,
): Promise<number | null> {
  if (tenant === null) throw new Error('documents belong to a district')
  const { seriesId, signatoryId, issuedOn } = documents
  if (issuedOn < finishedOn) throw invalidField('issuedOn', 'before_end_of_run')
  const title = study.isPart ? titleOfPart(study.modules, taught.title, taught.title) : taught.title
  const paper = paperOf(taught.kind, study.hours, study.isPart)
  const said = { title, hours: study.hours, startsOn: study.startsOn, endsOn: finishedOn }
  const { batch } = await issueDocuments(
    { tx, services, tenant, account: actor.account, today },
    {
      ...{ about: aboutOf(paper, said, documents), people: [study.person.id] },
      ...{ source: { kind: 'self_study', id: study.id }, seriesId, signatoryId, issuedOn },
    },
  )
  return batch
}

/** It goes on; what counted counts no more. Faults: 409 where its document was given, or its modules went into the whole. */
export async function reopen(context: CommandContext, id: number): Promise<void> {
  const study = await lockFor(context, id, 'reopen')
  if (study.batch !== null) throw new Refusal('conflict', 'study_document_given')
  if (await areInWhole(context.tx, study)) throw new Refusal('conflict', 'modules_counted')
  await deletePassedModules(context.tx, study)
  await save(context, id, { state: 'going', finished_on: null, examiner: null, learning_id: null })
  if (study.learningId !== null) await strikeLearning(context.tx, study.learningId)
}
