import { z } from 'zod'
import type { Profile } from './profile.ts'
import { ProfileSettings } from './profiles.contract.ts'

const Stored = ProfileSettings.extend({ name: z.string() })

/** A profile as a load keeps it. */
export const readStored = (json: unknown): Profile => Stored.parse(json)

/** A profile as a load keeps it: without what only the list of profiles needs. */
export const storedText = ({ name, sheets, answers, scores, hidden }: Profile): string =>
  JSON.stringify({ name, sheets, answers, scores, hidden })
