import type { Plan, Publication, Round } from '@/lib/api/types'
import { standsFor } from '@/lib/standsFor'

/** A round with the plan that counts for it: the published one, else the newest with a schedule, else the newest. */
export type RoundStanding = { round: Round; plan: Plan | null; isPublished: boolean }

/** @param plans newest first */
export function standingOf(rounds: Round[], plans: Plan[], publications: Publication[]): RoundStanding[] {
  return rounds.map((round) => {
    const published = publications.find((publication) => standsFor(publication, round))
    const own = plans.filter((plan) => plan.rounds.includes(round.id))
    const told = own.find((plan) => plan.id === published?.plan)
    const plan = told ?? own.find((each) => each.score !== null) ?? own[0] ?? null
    return { round, plan, isPublished: told !== undefined }
  })
}
