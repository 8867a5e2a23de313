import { useOutletContext } from 'react-router'
import type { Plan } from './api/types'

/** The plan whose pages are shown, on the pages below `/plans/:plan`; kept up to date while it runs. */
export function useShownPlan(): Plan {
  return useOutletContext<Plan>()
}
