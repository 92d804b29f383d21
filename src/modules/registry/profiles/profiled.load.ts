import type { ReadDb } from '../../../platform/db/db.ts'
import type { ReadFile } from '../exchange/file.reading.ts'
import type { UnreadFile } from '../exchange/load.answer.ts'
import type { LoadFile } from '../exchange/load.files.ts'
import type { SheetDeclaration } from '../exchange/sheet.declaration.ts'
import { findKnowledge } from './knowledge.repo.ts'
import { createProfileReader } from './profile.reading.ts'
import type { Profile } from './profile.ts'

/** How the files of a load are read. */
export type Reading = {
  readonly files: readonly LoadFile[]
  readonly unread?: readonly UnreadFile[]
  readonly read?: ReadFile
}

/** Through the profile, where one was chosen: what files hold is told by their headers then, whatever they are called. */
export async function readingOf(
  db: ReadDb,
  {
    files,
    sheets,
    profile,
    asOf,
  }: {
    readonly files: readonly LoadFile[]
    readonly sheets: readonly SheetDeclaration[]
    readonly profile: Profile | undefined
    /** The day the files are said to be of. */
    readonly asOf?: string | undefined
  },
): Promise<Reading> {
  if (profile === undefined) return { files }
  const known = await findKnowledge(db)
  const reader = createProfileReader({ profile, sheets, known, asOf })
  const { files: recognised, unread } = await reader.recognise(files)
  return { files: recognised, unread, read: reader.read }
}
