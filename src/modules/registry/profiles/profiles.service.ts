import { join } from 'node:path'
import type { ReadDb } from '../../../platform/db/db.ts'
import { invalidField, Refusal } from '../../../platform/errors.ts'
import { unsealFile } from '../../../platform/files.ts'
import type { CommandContext, RequestContext } from '../../../platform/http/route.ts'
import { findDistrictKey } from '../districts/district.key.ts'
import { tellUnread } from '../exchange/load.answer.ts'
import type { SheetDeclaration } from '../exchange/sheet.declaration.ts'
import { withScratchFolder } from '../loads/scratch.folder.ts'
import { discardUploads, receiveUploads } from '../loads/uploads.store.ts'
import { findKnowledge } from './knowledge.repo.ts'
import { type LookedFiles, lookIntoAll } from './profile.looking.ts'
import { type Profile as Known, USUAL } from './profile.ts'
import type { Looked, Profile, ProfileSettings } from './profiles.contract.ts'
import * as repo from './profiles.repo.ts'
import { type Choice, questionChoices } from './question.choices.ts'

export function tellProfile(profile: Known | repo.StoredProfile): Profile {
  const { name, sheets, answers, scores, hidden } = profile
  const isStored = 'id' in profile
  return {
    id: isStored ? profile.id : null,
    name,
    version: isStored ? profile.version : 0,
    changedAt: isStored ? profile.changedAt.toISOString() : null,
    settings: { sheets, answers, scores, hidden },
  }
}

export async function listProfiles(db: ReadDb): Promise<{ items: Profile[] }> {
  return { items: [USUAL, ...(await repo.findProfiles(db))].map(tellProfile) }
}

export async function getProfile(db: ReadDb, id: number): Promise<Profile> {
  const profile = await repo.findProfile(db, id)
  if (profile === undefined) throw new Refusal('not_found', 'not_found')
  return tellProfile(profile)
}

/** The profile a request names; faults it in the query. */
export async function chosenProfile(db: ReadDb, name: string): Promise<Known> {
  const profile = await repo.findProfileNamed(db, name)
  if (profile !== undefined) return profile
  throw new Refusal('invalid', 'request_invalid', {
    fields: [{ in: 'query', path: 'profile', code: 'profile_unknown' }],
  })
}

type Saved = { readonly name: string; readonly settings: ProfileSettings }

export async function createProfile({ tx, note }: CommandContext, { name, settings }: Saved): Promise<Profile> {
  await refuseName(tx, name, undefined)
  const id = await repo.insertProfile(tx, name, settings)
  if (id === undefined) throw invalidField('name', 'profile_name_taken')
  note({ kind: 'load_profile', id })
  return await getProfile(tx, id)
}

export async function changeProfile(
  { tx, note, expectedVersion }: CommandContext,
  id: number,
  { name, settings }: Saved,
): Promise<Profile> {
  await getProfile(tx, id)
  await refuseName(tx, name, id)
  note({ kind: 'load_profile', id })
  if (!(await repo.updateProfile(tx, id, expectedVersion, { name, settings }))) throw conflict()
  return await getProfile(tx, id)
}

export async function removeProfile({ tx, note, expectedVersion }: CommandContext, id: number): Promise<void> {
  await getProfile(tx, id)
  note({ kind: 'load_profile', id })
  if (!(await repo.deleteProfile(tx, id, expectedVersion))) throw conflict()
}

const conflict = (): Refusal => new Refusal('version_conflict', 'version_conflict')

async function refuseName(db: ReadDb, name: string, except: number | undefined): Promise<void> {
  if (await repo.isNameTaken(db, name, except)) throw invalidField('name', 'profile_name_taken')
}

/**
 * What a profile would make of the files of the request. They lie in the clear only in a folder of their own, and nothing
 * of them is left behind.
 */
export async function lookIntoFiles(
  context: RequestContext,
  sheets: readonly SheetDeclaration[],
  name: string,
): Promise<Looked> {
  const { services, tenant, language } = context
  if (tenant === null) throw new Error('profiles belong to a district')
  const db = services.database.reader(tenant)
  const profile = await chosenProfile(db, name)
  const uploads = await receiveUploads(context)
  try {
    const keyring = await findDistrictKey(db, services.master, tenant)
    const known = await findKnowledge(db)
    const folderName = `${tenant}-look`
    const looked = await withScratchFolder(services.settings.dataFolder, folderName, async (folder) => {
      const files: { name: string; path: string }[] = []
      for (const [at, upload] of uploads.entries()) {
        const path = join(folder, String(at))
        await unsealFile(upload.path, path, keyring)
        files.push({ name: upload.name, path })
      }
      return await lookIntoAll(files, { profile, sheets, known })
    })
    return await tellLook(db, looked, sheets, { translator: services.translator, language })
  } finally {
    await discardUploads(uploads)
  }
}

type Telling = {
  readonly translator: RequestContext['services']['translator']
  readonly language: RequestContext['language']
}

async function tellLook(
  db: ReadDb,
  { files, unread }: LookedFiles,
  sheets: readonly SheetDeclaration[],
  { translator, language }: Telling,
): Promise<Looked> {
  const kinds = files.flatMap((file) => file.sheets.flatMap(({ questions }) => questions.map(({ kind }) => kind)))
  const choices = await questionChoices(db, new Set(kinds), sheets)
  return {
    files: files.map(({ file, sheets: looks }) => ({
      file,
      sheets: looks.map((look) => ({
        ...look,
        remarks: look.remarks.map((remark) => ({
          ...remark,
          message: translator.say(language, `registry:load.remark.${remark.code}`, { column: remark.column }),
        })),
        questions: look.questions.map((question) => ({
          ...question,
          values: [...question.values],
          choices: withOwn(question, choices.get(question.kind) ?? []),
        })),
      })),
    })),
    unread: unread.map((one) => tellUnread(one, translator, language)),
  }
}

/** A provider may be one of those known, or the one it says. */
function withOwn(
  { kind, values }: { readonly kind: string; readonly values: readonly { readonly value: string }[] },
  choices: readonly Choice[],
): Choice[] {
  const own = kind === 'provider' ? values.map(({ value }) => ({ value, label: value })) : []
  return [...choices, ...own.filter(({ value }) => choices.every((one) => one.value !== value))]
}
