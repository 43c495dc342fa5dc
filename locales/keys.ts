import type accounts from './bg/accounts.json'
import type applications from './bg/applications.json'
import type assessments from './bg/assessments.json'
import type assignments from './bg/assignments.json'
import type audit from './bg/audit.json'
import type backup from './bg/backup.json'
import type calendar from './bg/calendar.json'
import type candidates from './bg/candidates.json'
import type cli from './bg/cli.json'
import type common from './bg/common.json'
import type contracts from './bg/contracts.json'
import type desktop from './bg/desktop.json'
import type drafts from './bg/drafts.json'
import type employees from './bg/employees.json'
import type employments from './bg/employments.json'
import type errors from './bg/errors.json'
import type events from './bg/events.json'
import type expiring from './bg/expiring.json'
import type keyring from './bg/keyring.json'
import type letters from './bg/letters.json'
import type lists from './bg/lists.json'
import type login from './bg/login.json'
import type methodologies from './bg/methodologies.json'
import type office from './bg/office.json'
import type papers from './bg/papers.json'
import type people from './bg/people.json'
import type plans from './bg/plans.json'
import type problems from './bg/problems.json'
import type projects from './bg/projects.json'
import type selections from './bg/selections.json'
import type setup from './bg/setup.json'
import type shell from './bg/shell.json'
import type timeline from './bg/timeline.json'
import type today from './bg/today.json'

/** Every file of texts by its name; what stands here can be said, both languages hold the same. */
interface Texts {
  accounts: typeof accounts
  applications: typeof applications
  assessments: typeof assessments
  assignments: typeof assignments
  audit: typeof audit
  backup: typeof backup
  calendar: typeof calendar
  candidates: typeof candidates
  cli: typeof cli
  common: typeof common
  contracts: typeof contracts
  desktop: typeof desktop
  drafts: typeof drafts
  employees: typeof employees
  employments: typeof employments
  errors: typeof errors
  events: typeof events
  expiring: typeof expiring
  keyring: typeof keyring
  letters: typeof letters
  lists: typeof lists
  login: typeof login
  methodologies: typeof methodologies
  office: typeof office
  papers: typeof papers
  people: typeof people
  plans: typeof plans
  problems: typeof problems
  projects: typeof projects
  selections: typeof selections
  setup: typeof setup
  shell: typeof shell
  timeline: typeof timeline
  today: typeof today
}

type Leaves<Tree, Before extends string> = {
  [Name in keyof Tree & string]: Tree[Name] extends string
    ? { text: `${Before}${Name}` }
    : Tree[Name] extends readonly string[]
      ? { list: `${Before}${Name}` }
      : Leaves<Tree[Name], `${Before}${Name}.`>
}[keyof Tree & string]

type Leaf = { [File in keyof Texts]: Leaves<Texts[File], `${File}:`> }[keyof Texts]
type Written = Extract<Leaf, { text: string }>['text']

/** The endings by which i18next chooses a form: by number, by sex. */
type Counted<Key> = Key extends `${infer Base}_${'zero' | 'one' | 'other'}` ? Base : never
type Sexed<Key> = Key extends `${infer Base}_${'male' | 'female'}` ? Base : never

/** A sentence chosen by `count`: `people:found` of `found_one` and `found_other`. */
export type CountedKey = Counted<Written>
/** A sentence chosen by the sex of whom it speaks, given as `context`. */
export type SexedKey = Sexed<Written>
/** A sentence as it stands: `people:nav.all`. */
export type TextKey = Exclude<Written, `${string}_${'zero' | 'one' | 'other' | 'male' | 'female'}`>
/** Several paragraphs or phrases. */
export type ListKey = Extract<Leaf, { list: string }>['list']
/** What is said of one thing: the names below `people:fields`. */
export type NameIn<Branch extends string> =
  Extract<TextKey, `${Branch}.${string}`> extends `${Branch}.${infer Name}` ? Name : never
