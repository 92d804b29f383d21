import { registerIn } from '../src/modules/privacy/register/register.ts'
import { personalData } from '../src/personal-data.ts'

/** The register of personal data as a document, in Russian: a district attaches it to its own papers. */
export function printPersonalData(): string {
  const entries = registerIn('ru', personalData).map(
    ({ table, about, purpose, ground, term, erasing, seen, fields }) => {
      const closed = fields.filter((field) => field.seen !== null)
      const lines = [
        `- Что: ${fields.map(({ is }) => is).join(', ') || 'только то, что запись относится к человеку'}`,
        `- Зачем: ${purpose}`,
        `- Основание: ${ground}`,
        `- Срок: ${term}`,
        `- Если человека удаляют: ${erasing}`,
        `- Кто видит, кроме самого человека: ${rolesOf(seen)}`,
        ...closed.map((field) => `- Закрыто отдельно: ${field.is} — ${rolesOf(field.seen ?? [])}`),
      ]
      return `## ${about}\n\n\`${table}\`\n\n${lines.join('\n')}\n`
    },
  )
  return `# Персональные данные: что хранится, зачем и кто это видит

Generated from \`src/modules/*/personal-data.ts\`; the page «Персональные данные» of the product shows the same in both
languages. Roles are those of [the access matrix](access-matrix.md). The grounds are those a district usually has: its lawyer
confirms them.

${entries.join('\n')}`
}

const rolesOf = (roles: readonly string[]): string =>
  roles.length === 0 ? 'никто' : roles.map((role) => `\`${role}\``).join(', ')
