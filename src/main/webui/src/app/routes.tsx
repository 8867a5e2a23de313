import { createBrowserRouter } from 'react-router'
import { Loading } from '@/lib/ui/Loading'
import { RouteError } from './RouteError'
import { Shell } from './Shell'

/** Every page is loaded when it is first visited. */
export const router = createBrowserRouter([
  {
    Component: Shell,
    ErrorBoundary: RouteError,
    HydrateFallback: Loading,
    children: [
      {
        ErrorBoundary: RouteError,
        children: [
          { index: true, lazy: () => import('@/features/overview/OverviewPage') },
          {
            path: 'districts/:district',
            lazy: () => import('@/features/overview/DistrictPage'),
            children: [
              { index: true, lazy: () => import('@/features/overview/RoundsPage') },
              { path: 'data/:list?', lazy: () => import('@/features/data/DataPage') },
              { path: 'solve', lazy: () => import('@/features/solve/SolvePage') },
            ],
          },
          {
            path: 'plans/:plan',
            lazy: () => import('@/features/solve/PlanPage'),
            children: [
              { index: true, lazy: () => import('@/features/solve/ProgressPage') },
              { path: 'schedule/*', lazy: () => import('@/features/schedule/SchedulePage') },
              { path: 'evaluation', lazy: () => import('@/features/solve/EvaluationPage') },
              { path: 'handout/*', lazy: () => import('@/features/handout/HandoutPage') },
            ],
          },
          { path: '*', lazy: () => import('./NotFoundPage') },
        ],
      },
    ],
  },
  {
    path: 'duties/:token',
    HydrateFallback: Loading,
    ErrorBoundary: RouteError,
    lazy: () => import('@/features/handout/DutiesPage'),
  },
])
