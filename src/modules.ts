import { registryModule } from './modules/registry/module.ts'
import type { Module } from './platform/module.ts'

/** The modules in order: each may import the index of earlier ones only. */
export const modules: readonly Module[] = [registryModule]
