import type { Module } from '../../platform/module.ts'
import type { Vocabulary } from '../population/index.ts'
import { decisionsMessages } from './messages.ts'
import { noteRoutes } from './note/note.routes.ts'

/** Like the indicators it needs the whole vocabulary: it is handed in by the composition. */
export const decisionsModule = (vocabulary: Vocabulary): Module => ({
  name: 'decisions',
  messages: decisionsMessages,
  routes: noteRoutes(vocabulary),
  jobs: [],
})
