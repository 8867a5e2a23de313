import type { components } from './schema'

type Schemas = components['schemas']

/** What the service answers with: every field is there. Those that may be null are named with the type below. */
export type Told<T> = T extends (infer E)[] ? Told<E>[] : T extends object ? { [K in keyof T]-?: Told<T[K]> } : T

type OrNull<T, K extends keyof T> = Omit<T, K> & { [P in K]: T[P] | null }

export type Text = Told<Schemas['TextView']>
export type Score = Told<Schemas['ScoreView']>
export type PhoneList = Told<Schemas['PhonesView']>
export type PlanStatus = Schemas['PlanStatus']
export type Level = Schemas['RuleLevel']
export type Progress = OrNull<Told<Schemas['ProgressView']>, 'phase' | 'movesPerSecond' | 'bound' | 'gap'>
export type PlanPart = OrNull<Told<Schemas['PlanPartView']>, 'score' | 'bound' | 'gap'>
export type Violation = OrNull<
  Told<Schemas['ViolationView']>,
  'cadre' | 'demand' | 'otherDemand' | 'unit' | 'date' | 'dutyRule'
>
export type Plan = Omit<
  OrNull<
    Told<Schemas['PlanView']>,
    | 'name' | 'district' | 'outcome' | 'score' | 'bound' | 'gap' | 'missingHeads' | 'started' | 'ended' | 'failure' | 'changed'
    | 'machine' | 'partOf'
  >,
  'progress' | 'parts' | 'violations'
> & { progress: Progress; parts: PlanPart[]; violations: Violation[] }
export type PlanPage = { plans: Plan[]; next: string | null }

export type Course = { moments: OrNull<Told<Schemas['MomentView']>, 'score' | 'bound'>[] }

export type Rule = Told<Schemas['RuleView']>
export type Tally = Told<Schemas['TallyView']>
export type Evaluation = Omit<Told<Schemas['EvaluationView']>, 'violations'> & { violations: Violation[] }
export type Assignment = Told<Schemas['AssignmentView']>
export type Effect = Omit<Told<Schemas['EffectView']>, 'broken'> & { broken: Violation[] }
export type Schedule = OrNull<Told<Schemas['ScheduleView']>, 'score'>
export type Demo = Told<Schemas['DemoView']>
export type District = Schemas['District']
export type DistrictView = Told<Schemas['DistrictView']> & { district: District }
export type Publication = Told<Schemas['Publication']>
export type Alternative = OrNull<Told<Schemas['AlternativeView']>, 'obstacle'>
export type Shortage = Told<Schemas['ShortageView']>
export type DemandExplanation = OrNull<Told<Schemas['DemandExplanationView']>, 'shortage'>
export type CadreExplanation = Told<Schemas['CadreExplanationView']>
export type Deployment = Told<Schemas['DeploymentView']>
export type PageSettings = Schemas['PageView']
export type Withdrawal = Told<Schemas['Withdrawal']>
export type ListChange = Told<Schemas['ListChangeView']>

/** Items of a problem, as they were sent: fields that may be left out are optional. */
export type Problem = Schemas['Problem']
export type Community = Schemas['Community']
export type WorkUnit = Schemas['WorkUnit']
export type Post = Schemas['Post']
export type Site = Schemas['Site']
export type Round = Schemas['Round']
export type Window = Schemas['Window']
export type Demand = Schemas['Demand']
export type Cadre = Schemas['Cadre']
export type RoundPlanRequest = Schemas['RoundPlanRequest']
