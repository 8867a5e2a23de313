import { Spin } from 'antd'

/** Something is on its way. The words are for screen readers; they come before any language is loaded. */
export function Loading() {
  return (
    <div role="status" aria-label="正在加载 Loading" className="loading">
      <Spin />
    </div>
  )
}
