import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Actor } from '../../../platform/access/access.ts'
import { appendJournal } from '../../../platform/journal/journal.ts'
import type { Services } from '../../../platform/services.ts'
import { compareFiles } from '../comparison/comparing.ts'
import { chooseDistrict, type District } from '../districts/district.choice.ts'
import { createDistrict, type DistrictSeed, openDistrictKey } from '../districts/district.creation.ts'
import { closeBrokenLoads } from '../loads/broken-loads.repo.ts'
import { mendRows } from '../loads/mending.ts'
import { storedText } from '../profiles/profile.shape.ts'
import { type Profile, USUAL } from '../profiles/profile.ts'
import { readingOf } from '../profiles/profiled.load.ts'
import { findProfileNamed, findProfiles } from '../profiles/profiles.repo.ts'
import { asPromised, type LoadAnswer, tellResult } from './load.answer.ts'
import type { LoadFile } from './load.files.ts'
import type { LoadProgress } from './load.progress.ts'
import { runLoad } from './load.run.ts'
import type { SheetDeclaration } from './sheet.declaration.ts'

/** A command that was not begun; `code` is the key of the message (`registry:load.refusal`). */
export class LoadRefused extends Error {
  readonly code: 'folder_unreadable' | 'district_unknown' | 'districts_several' | 'district_none' | 'profile_unknown'
  readonly params: Readonly<Record<string, string>>

  constructor(code: LoadRefused['code'], params: LoadRefused['params'], options?: ErrorOptions) {
    super(`${code}: ${Object.values(params).join(', ')}`, options)
    this.name = 'LoadRefused'
    this.code = code
    this.params = params
  }
}

export type LoadFolderOptions = {
  /** Files of all modules. */
  readonly sheets: readonly SheetDeclaration[]
  /** What a district starts with, should this load make it. */
  readonly seeds?: readonly DistrictSeed[]
  readonly onProgress?: (progress: LoadProgress) => Promise<void> | void
  readonly language?: 'ru' | 'en'
  /** The name of the profile the files are read through; without one they are read as exchange.md says. */
  readonly profile?: string
  /** The day the files are of, `YYYY-MM-DD`, where they do not say it themselves. */
  readonly asOf?: string
}

/**
 * What loading a folder would come to, as loadFolder takes it; writes nothing. Faults: LoadRefused, also where there is no
 * district yet.
 */
export async function compareFolder(
  services: Services,
  district: string | undefined,
  folder: string,
  { sheets, onProgress, profile: named, asOf, language = 'ru' }: LoadFolderOptions,
): Promise<LoadPreview> {
  const files = await listFiles(folder)
  const choice = await chooseDistrict(services.database, district)
  if (choice.is === 'none') throw new LoadRefused('district_none', {})
  const { id: tenant, wrappedKey } = await districtFor(services, district, [])
  const keyring = openDistrictKey(services.master, { id: tenant, wrappedKey })
  const profile = named === undefined ? undefined : await profileNamed(services, tenant, named)
  const reading = await readingOf(services.database.reader(tenant), { files, sheets, profile, asOf })
  const task = {
    database: services.database,
    tenant,
    keyring,
    loadId: null,
    sheets,
    ...reading,
    day: new Date().toISOString().slice(0, 10),
  }
  const { result, sheets: counts, people } = await compareFiles({ ...task, ...(onProgress && { onProgress }) })
  const { files: told, unread } = asPromised(tellResult(result, services.translator, language))
  return { files: told.map((file, at) => ({ ...file, gone: counts[at]?.gone ?? 0 })), unread, people }
}

/** As the answer of a load, with how many places of work a file of staff does not name any more. */
export type LoadPreview = {
  readonly files: readonly (LoadAnswer['files'][number] & { readonly gone: number })[]
  readonly unread: LoadAnswer['unread']
  readonly people: { readonly added: number; readonly changed: number }
}

/** The code of the district that the first load makes. */
const FIRST_DISTRICT = 'district'

/**
 * Loads the files of a folder (not of those in it) as the operator of the machine. Without a district code it is the
 * only district that is not a demo; where there is none, one is made. Faults: LoadRefused.
 */
export async function loadFolder(
  services: Services,
  district: string | undefined,
  folder: string,
  options: LoadFolderOptions,
): Promise<LoadAnswer> {
  const files = await listFiles(folder)
  const { id: tenant, wrappedKey } = await districtFor(services, district, options.seeds ?? [])
  const { sheets, asOf, onProgress, language = 'ru' } = options
  const profile = options.profile === undefined ? undefined : await profileNamed(services, tenant, options.profile)
  const loadId = await services.database.write(tenant, async (tx) => {
    await closeBrokenLoads(tx)
    const kept = { profile: profile === undefined ? null : storedText(profile), as_of: asOf ?? null }
    const load = await tx.insertInto('registry.load').values(kept).returning('id').executeTakeFirstOrThrow()
    const actor: Actor = { kind: 'operator', account: null, tenant, grants: [] }
    await appendJournal(tx, { actor, requestId: null, action: 'load', objects: [{ kind: 'load', id: load.id }] })
    return load.id
  })
  const keyring = openDistrictKey(services.master, { id: tenant, wrappedKey })
  try {
    const reading = await readingOf(services.database.reader(tenant), { files, sheets, profile, asOf })
    const task = { database: services.database, tenant, keyring, loadId, sheets, ...reading }
    const result = await runLoad({ ...task, ...(onProgress && { onProgress }) })
    await mendRows({ ...task, load: loadId, corrects: new Map(), result })
    return asPromised(tellResult(result, services.translator, language))
  } catch (error) {
    await markFailed(services, tenant, loadId)
    throw error
  }
}

async function profileNamed({ database }: Services, tenant: number, name: string): Promise<Profile> {
  const db = database.reader(tenant)
  const profile = await findProfileNamed(db, name)
  if (profile !== undefined) return profile
  const names = [USUAL, ...(await findProfiles(db))].map((one) => one.name).join(', ')
  throw new LoadRefused('profile_unknown', { name, names })
}

async function listFiles(folder: string): Promise<LoadFile[]> {
  try {
    const names = (await readdir(folder)).sort()
    const files = names.map((name) => ({ name, path: join(folder, name) }))
    const kinds = await Promise.all(files.map(({ path }) => stat(path)))
    return files.filter((_, at) => kinds[at]?.isFile())
  } catch (cause) {
    throw new LoadRefused('folder_unreadable', { folder }, { cause })
  }
}

async function districtFor(
  services: Services,
  code: string | undefined,
  seeds: readonly DistrictSeed[],
): Promise<Pick<District, 'id' | 'wrappedKey'>> {
  const choice = await chooseDistrict(services.database, code)
  switch (choice.is) {
    case 'found':
      return choice.district
    case 'unknown':
      throw new LoadRefused('district_unknown', { code: code ?? '' })
    case 'several':
      throw new LoadRefused('districts_several', { codes: choice.codes.join(', ') })
    case 'none': {
      await services.database.write(null, async (tx) => {
        await createDistrict(tx, { code: FIRST_DISTRICT, name: 'Район' }, { master: services.master, seeds })
      })
      return await districtFor(services, FIRST_DISTRICT, seeds)
    }
  }
}

async function markFailed({ database, log }: Services, tenant: number, loadId: number): Promise<void> {
  try {
    await database.write(tenant, async (tx) => {
      const failed = { state: 'failed', fault: 'internal', finished_at: new Date() }
      await tx.updateTable('registry.load').set(failed).where('id', '=', loadId).where('state', '<>', 'done').execute()
    })
  } catch (err) {
    log.error({ err, loadId }, 'a failed load could not be marked')
  }
}
