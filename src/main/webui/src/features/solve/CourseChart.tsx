import { LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, use as register, type EChartsType } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { number, spokenSeconds } from '@/lib/format'
import type { Moment } from './course'

register([LineChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer])

/**
 * The cost of the best schedule falls, the proven limit rises: where they meet, nothing can be better.
 *
 * @param seconds how long the search may take, which is how far the picture goes
 */
export function CourseChart({ course, seconds }: { course: Moment[]; seconds: number }) {
  const { t } = useTranslation('solve')
  const place = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType>(undefined)

  useEffect(() => {
    const drawn = init(place.current!)
    chart.current = drawn
    const observer = new ResizeObserver(() => drawn.resize())
    observer.observe(place.current!)
    return () => {
      observer.disconnect()
      drawn.dispose()
    }
  }, [])

  useEffect(() => {
    const line = (name: string, color: string, of: (moment: Moment) => number | null, area = {}) => ({
      name,
      type: 'line' as const,
      step: 'end' as const,
      showSymbol: course.length < 2,
      lineStyle: { width: 2 },
      color,
      data: course.map((moment) => [moment.seconds, of(moment)]),
      ...area,
    })
    chart.current?.setOption(
      {
        animation: false,
        grid: { left: 8, right: 16, top: 36, bottom: 4, containLabel: true },
        legend: { top: 0, left: 0, itemWidth: 18, textStyle: { color: '#374151' } },
        tooltip: { trigger: 'axis', valueFormatter: (value: unknown) => (typeof value === 'number' ? number(value) : '—') },
        xAxis: {
          type: 'value', min: 0, max: Math.max(seconds, course.at(-1)?.seconds ?? 0), axisLabel: { color: '#4b5563', hideOverlap: true, showMaxLabel: false, formatter: (value: number) => spokenSeconds(value) },
          splitLine: { show: false }, axisPointer: { label: { formatter: ({ value }: { value: unknown }) => spokenSeconds(Number(value)) } },
        },
        yAxis: {
          type: 'value', scale: true, splitNumber: 4, axisLabel: { color: '#4b5563', formatter: (value: number) => number(value) },
          splitLine: { lineStyle: { color: '#e3e7ec' } },
        },
        series: [
          line(t('chart.cost'), '#1f4e8c', ({ cost }) => cost),
          line(t('chart.limit'), '#1f7a4d', ({ limit }) => limit),
        ],
      },
      { notMerge: true },
    )
  }, [course, seconds, t])

  const last = course.at(-1)
  return (
    <figure className="course">
      <div
        ref={place}
        role="img"
        aria-label={t('chart.label', { cost: last?.cost == null ? '—' : number(last.cost), limit: last?.limit == null ? '—' : number(last.limit) })}
        className="course-chart"
      />
      <figcaption className="quiet">{t('chart.caption')}</figcaption>
    </figure>
  )
}
