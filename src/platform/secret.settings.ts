import { readFileSync } from 'node:fs'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Puts secrets that stand in files (`<name>_FILE`: a container's secrets, credentials of systemd) in the place of the
 * variables they are for. Throws an Error that names the variable and never a value.
 */
export function withSecretFiles(environment: Environment, names: readonly string[]): Environment {
  const read = names.flatMap((name) => {
    const secret = secretOf(environment, name)
    return secret === undefined ? [] : [[name, secret] as const]
  })
  return { ...environment, ...Object.fromEntries(read) }
}

/** A secret as it is set, or as the file says that is named in its place; undefined where there is neither. */
export function secretOf(environment: Environment, name: string): string | undefined {
  const file = environment[`${name}_FILE`]
  if (file === undefined) return environment[name]
  if (environment[name] !== undefined) throw new Error(`${name} and ${name}_FILE are both set: keep one of them`)
  const secret = readSecretFile(file, name)
  if (secret === '') throw new Error(`${name}_FILE: the file is empty`)
  return secret
}

function readSecretFile(file: string, name: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    throw new Error(`${name}_FILE: ${file} cannot be read`)
  }
}
