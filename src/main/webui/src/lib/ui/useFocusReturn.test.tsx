import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, it } from 'vitest'
import { unmount } from '@/testing/unmount'
import { useFocusReturn } from './useFocusReturn'

afterEach(unmount)

function Dialog({ onClose }: { onClose: () => void }) {
  useFocusReturn()
  return <button type="button" onClick={onClose}>close</button>
}

function Page() {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>open</button>
      <button type="button">other</button>
      {isOpen && <Dialog onClose={() => setOpen(false)} />}
    </>
  )
}

it('goes back to what opened the dialog', async () => {
  render(<Page />)
  await userEvent.click(screen.getByText('open'))
  await userEvent.click(screen.getByText('close'))
  await waitFor(() => expect(document.activeElement).toBe(screen.getByText('open')))
})

function Grid() {
  const [isEditing, setEditing] = useState(true)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <div role="gridcell" tabIndex={-1}>
        {isEditing && <input onKeyDown={() => setOpen(true)} />}
      </div>
      {isOpen && <Dialog onClose={() => {
        setEditing(false)
        setOpen(false)
      }} />}
    </>
  )
}

it('goes back to the cell where its editor is gone', async () => {
  render(<Grid />)
  await userEvent.type(screen.getByRole('textbox'), 'x')
  await userEvent.click(screen.getByText('close'))
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('gridcell')))
})
