import { NavLink } from 'react-router'
import './linkTabs.css'

/** Tabs that are pages: links, so that they can be opened beside each other and read by screen readers. */
export function LinkTabs({ label, tabs }: { label: string; tabs: { to: string; text: string; isExact?: boolean }[] }) {
  return (
    <nav className="link-tabs" aria-label={label}>
      {tabs.map(({ to, text, isExact }) => (
        <NavLink key={to} to={to} end={isExact ?? false}>
          {text}
        </NavLink>
      ))}
    </nav>
  )
}
