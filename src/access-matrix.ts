import type { ReachName } from './platform/access/access.ts'

/** Roles as a district knows them; a grant gives one of them over a region, a district, an organisation or oneself. */
export const ROLES = [
  'teacher',
  'mentor',
  'leader',
  'jury',
  'school_methodist',
  'head',
  'psychologist',
  'methodist',
  'department',
  'directorate',
  'region',
  'admin',
  'security',
] as const
export type Role = (typeof ROLES)[number]

/** Where a grant of the role is anchored. */
export const ROLE_ANCHOR: Readonly<Record<Role, 'person' | 'organisation' | 'district' | 'region'>> = {
  teacher: 'person',
  mentor: 'person',
  leader: 'person',
  jury: 'person',
  school_methodist: 'organisation',
  head: 'organisation',
  psychologist: 'district',
  methodist: 'district',
  department: 'district',
  directorate: 'district',
  region: 'region',
  admin: 'district',
  security: 'district',
}

type Row = Readonly<Partial<Record<Role, ReachName>>>

const everybodyInTheDistrict: Row = {
  teacher: 'district',
  mentor: 'district',
  leader: 'district',
  jury: 'district',
  school_methodist: 'district',
  head: 'district',
  psychologist: 'district',
  methodist: 'district',
  department: 'district',
  directorate: 'district',
  region: 'district',
  admin: 'district',
  security: 'district',
}

/**
 * Who may do what, and how far: permission × role → reach. The one place where a role is named.
 * Figures and names are apart: whoever sees a figure does not thereby see the people behind it.
 */
export const accessMatrix = {
  // The district and its words
  'district.read': everybodyInTheDistrict,
  'district.manage': { admin: 'district' },
  // How one signs in: second factor, time-outs
  'rules.read': { admin: 'district', security: 'district' },
  'classifier.read': everybodyInTheDistrict,
  'classifier.manage': { methodist: 'district', admin: 'district' },

  // Organisations and people
  'organisation.read': everybodyInTheDistrict,
  'organisation.manage': { methodist: 'district', admin: 'district' },
  /** What an organisation has introduced: it knows best itself. */
  'organisation.features': { school_methodist: 'organisation', head: 'organisation', methodist: 'district' },
  'person.read': {
    teacher: 'self',
    mentor: 'self',
    leader: 'self',
    jury: 'self',
    school_methodist: 'organisation',
    head: 'organisation',
    methodist: 'district',
    department: 'district',
    directorate: 'district',
  },
  /** Cards of one person are joined across organisations. */
  'person.merge': { methodist: 'district' },
  'person.manage': { school_methodist: 'organisation', head: 'organisation', methodist: 'district' },

  // Loads of spreadsheets; faulty rows hold personal data
  'load.run': { methodist: 'district' },
  'load.read': { methodist: 'district' },

  // Figures, and the names behind them
  'indicator.read': {
    teacher: 'organisation',
    mentor: 'organisation',
    leader: 'organisation',
    school_methodist: 'organisation',
    head: 'organisation',
    psychologist: 'district',
    methodist: 'district',
    department: 'district',
    directorate: 'district',
    region: 'region',
    admin: 'district',
  },
  // The districts of a region side by side: totals, never a school or a person
  'region.read': { region: 'region' },
  'indicator.people': {
    school_methodist: 'organisation',
    head: 'organisation',
    methodist: 'district',
    department: 'district',
    directorate: 'district',
  },
  // Any question in the language of populations: it could be narrowed to one colleague, so not for everybody who reads figures
  'population.ask': {
    school_methodist: 'organisation',
    head: 'organisation',
    psychologist: 'district',
    methodist: 'district',
    department: 'district',
    directorate: 'district',
  },
  // Islands: results of diagnostics by name, for those who build pathways on them
  'island.diagnostics': { methodist: 'district' },
  /** Whether learners passed: for who holds the course, and the learners themselves. */
  'island.examinations': { school_methodist: 'organisation', head: 'organisation', methodist: 'district' },
  /** The whole number: of oneself, of whom one employs, and for documents that are reported by it. */
  'island.snils': {
    teacher: 'self',
    mentor: 'self',
    leader: 'self',
    jury: 'self',
    head: 'organisation',
    methodist: 'district',
  },
  // Who looked at one's own data, and what one agreed to
  'trace.own': { teacher: 'self', mentor: 'self', leader: 'self', jury: 'self' },

  // How much of people's time was asked for: sums, never of one person
  'asked.read': { methodist: 'district', department: 'district', directorate: 'district', admin: 'district' },
  'asked.manage': { methodist: 'district', admin: 'district' },

  // Who comes to events: enrolled by themselves, sent with a reason, agreed to by who employs them
  'enrolment.own': { teacher: 'self', mentor: 'self', leader: 'self', jury: 'self' },
  'enrolment.read': {
    school_methodist: 'organisation',
    head: 'organisation',
    methodist: 'district',
    department: 'district',
    directorate: 'district',
  },
  'enrolment.nominate': { school_methodist: 'organisation', head: 'organisation', methodist: 'district' },
  'enrolment.approve': { school_methodist: 'organisation', head: 'organisation' },

  // Requests of people about their data: made by them, read, answered; erasing is for good and may need two
  'request.own': { teacher: 'self', mentor: 'self', leader: 'self', jury: 'self' },
  'request.read': { methodist: 'district', department: 'district', directorate: 'district', security: 'district' },
  'request.manage': { methodist: 'district' },
  'person.erase': { methodist: 'district', department: 'district', directorate: 'district' },

  // Leaks and losses of data, of which the authority is told
  'incident.manage': { admin: 'district', security: 'district' },

  // Texts of consent and who gave them
  'consent.read': { methodist: 'district', admin: 'district' },
  'consent.manage': { admin: 'district' },

  // Documents given to people: the register, one's own, and giving them
  'document.read': {
    teacher: 'self',
    mentor: 'self',
    leader: 'self',
    jury: 'self',
    school_methodist: 'organisation',
    head: 'organisation',
    methodist: 'district',
    department: 'district',
    directorate: 'district',
  },
  'document.own': { teacher: 'self', mentor: 'self', leader: 'self', jury: 'self' },
  'document.manage': { methodist: 'district' },
  /** To tell the federal register of them: the СНИЛС leaves the house. */
  'document.federal': { methodist: 'district' },
  // Work beyond the lessons: claimed by whoever wants to, confirmed by who employs them or by the centre
  'claim.own': { teacher: 'self', mentor: 'self', leader: 'self', jury: 'self' },
  'claim.confirm': { school_methodist: 'organisation', head: 'organisation', methodist: 'district' },

  // What was done elsewhere: told of with a scan of its document, which nobody sees but them and who confirms it; whoever
  // confirms may record it for people as well
  'deed.tell': { teacher: 'self', mentor: 'self', leader: 'self', jury: 'self' },
  'deed.read': {
    teacher: 'self',
    mentor: 'self',
    leader: 'self',
    jury: 'self',
    school_methodist: 'organisation',
    head: 'organisation',
    methodist: 'district',
  },
  'deed.confirm': { school_methodist: 'organisation', head: 'organisation', methodist: 'district' },

  'indicator.define': { methodist: 'district', department: 'district' },
  // A question about a figure, handed to somebody of the district
  'question.ask': {
    school_methodist: 'organisation',
    head: 'organisation',
    methodist: 'district',
    department: 'district',
    directorate: 'district',
  },
  // To say that something on record of oneself is not so: whoever is a person of the district; nobody is asked of others
  'record.question': { teacher: 'self', mentor: 'self', leader: 'self', jury: 'self' },
  'snapshot.take': { methodist: 'district', department: 'district' },

  // Events: announced ones are for everybody; planned by the centre, and by organisations for themselves
  'event.read': everybodyInTheDistrict,
  'event.manage': { school_methodist: 'organisation', head: 'organisation', methodist: 'district' },

  // What organisations held for their own people: noted by them, attested by the centre
  'in_house.read': {
    school_methodist: 'organisation',
    head: 'organisation',
    methodist: 'district',
    department: 'district',
    directorate: 'district',
  },
  'in_house.attest': { methodist: 'district' },

  // What organisations ask the centre to hold for them
  'event_request.read': {
    school_methodist: 'organisation',
    head: 'organisation',
    methodist: 'district',
    department: 'district',
    directorate: 'district',
  },
  'event_request.make': { school_methodist: 'organisation', head: 'organisation', methodist: 'district' },
  'event_request.answer': { methodist: 'district' },

  // Programmes of further training: asked for by organisations, judged by people of the district, answered for by the centre
  'programme.read': everybodyInTheDistrict,
  'programme.request': { school_methodist: 'organisation', head: 'organisation', methodist: 'district' },
  'programme.review': {
    teacher: 'self',
    mentor: 'self',
    leader: 'self',
    jury: 'self',
    school_methodist: 'self',
    head: 'self',
    /** Writes down what came on paper. */
    methodist: 'district',
  },
  'programme.manage': { methodist: 'district' },
  'programme.export': {
    school_methodist: 'organisation',
    head: 'organisation',
    methodist: 'district',
    department: 'district',
    directorate: 'district',
  },

  // Plans of courses: made by the school, agreed to by its head; by name for the centre, in sums for the department
  'course_plan.manage': { school_methodist: 'organisation', head: 'organisation' },
  'course_plan.agree': { head: 'organisation' },
  'course_plan.read': { school_methodist: 'organisation', head: 'organisation', methodist: 'district' },
  'course_plan.own': { teacher: 'self', mentor: 'self', leader: 'self', jury: 'self' },
  'course_plan.sums': {
    school_methodist: 'organisation',
    head: 'organisation',
    methodist: 'district',
    department: 'district',
    directorate: 'district',
  },
  'course_plan.rule': { methodist: 'district' },

  // Internships: what there is, who takes people, arranging them, and the log of intern and supervisor
  'internship.catalogue': everybodyInTheDistrict,
  'internship.model': { methodist: 'district' },
  'internship.host': { school_methodist: 'organisation', head: 'organisation', methodist: 'district' },
  'internship.arrange': { school_methodist: 'organisation', head: 'organisation', methodist: 'district' },
  'internship.keep': {
    teacher: 'self',
    mentor: 'self',
    leader: 'self',
    jury: 'self',
    school_methodist: 'organisation',
    head: 'organisation',
    methodist: 'district',
  },
  'internship.read': {
    teacher: 'self',
    mentor: 'self',
    leader: 'self',
    jury: 'self',
    school_methodist: 'organisation',
    head: 'organisation',
    methodist: 'district',
    department: 'district',
    directorate: 'district',
  },

  // Programmes taken without a group: who is entered, who says what is passed
  'study.arrange': { school_methodist: 'organisation', head: 'organisation', methodist: 'district' },
  'study.keep': {
    teacher: 'self',
    mentor: 'self',
    leader: 'self',
    jury: 'self',
    school_methodist: 'organisation',
    head: 'organisation',
    methodist: 'district',
  },
  'study.read': {
    teacher: 'self',
    mentor: 'self',
    leader: 'self',
    jury: 'self',
    school_methodist: 'organisation',
    head: 'organisation',
    methodist: 'district',
    department: 'district',
    directorate: 'district',
  },

  // Accounts and traces
  'account.manage': { admin: 'district' },
  // To see the district as one of its accounts does, for half an hour, with a reason its owner reads
  'account.look': { admin: 'district' },
  'journal.read': { security: 'district' },
  // What the server does by itself: jobs that failed, and trying them again
  'operation.manage': { admin: 'district' },
} as const satisfies Readonly<Record<string, Row>>

export type Permission = keyof typeof accessMatrix

/** What nobody sees or does through the eyes of somebody else: what is closed, the traces, and who may what. */
const WITH_OWN_EYES: readonly string[] = [
  'island.diagnostics',
  'island.snils',
  'document.federal',
  'trace.own',
  'request.own',
  'request.manage',
  'person.erase',
  'incident.manage',
  'journal.read',
  'account.manage',
  'account.look',
  'district.manage',
  'operation.manage',
] satisfies readonly Permission[]
export const LOOKED_AT: readonly string[] = Object.keys(accessMatrix).filter((name) => !WITH_OWN_EYES.includes(name))
