/** Filled in by the build: what the pattern finds, each loaded when it is asked for. */
interface ImportMeta {
  glob<M>(pattern: string): Readonly<Record<string, () => Promise<M>>>
}
