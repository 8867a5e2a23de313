import {
  infiniteQueryOptions, queryOptions, useInfiniteQuery, useQueries, useQuery, useQueryClient,
  type InfiniteData, type QueryClient,
} from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, cursorIn, newIdempotencyKey, told } from '@/lib/api/client'
import { span } from '@/lib/format'
import { keys } from '@/lib/queryKeys'
import { mergePatch, type Item, type ListName } from './lists'

/** Which items of a list are looked at, and in which order. */
export type ItemQuery = { q?: string; sort?: string } & Record<string, string | undefined>

type Page = { items: Item[]; etags: Record<string, string>; total: number; revision: number; next: string | null }
type Pages = InfiniteData<Page, string | undefined>

/** The first page is small, so that it is there soon. */
const FIRST_PAGE = '100'
const LARGEST_PAGE = '1000'
const BETWEEN_LOOKS = 20_000

function get(district: string, list: ListName, query: Record<string, string | undefined>): Promise<Page> {
  return told<Page>(
    api.GET('/api/v1/districts/{district}/{list}', { params: { path: { district, list }, query: query as object } }),
  )
}

function itemsQuery(district: string, list: ListName, query: ItemQuery) {
  return infiniteQueryOptions({
    queryKey: keys.items(district, list, query),
    queryFn: ({ pageParam }: { pageParam: string | undefined }) =>
      get(district, list, { ...query, limit: pageParam === undefined ? FIRST_PAGE : LARGEST_PAGE, cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => cursorIn(page.next),
    staleTime: Infinity, // readers are told when the list changes, and reload when they want
    gcTime: 30_000,
    refetchOnWindowFocus: false,
    structuralSharing: false,
  })
}

/** The items that were read so far, page by page; more are asked for as they come into sight. */
export function useItems(district: string, list: ListName, query: ItemQuery) {
  const pages = useInfiniteQuery(itemsQuery(district, list, query))
  const items = useMemo(() => pages.data?.pages.flatMap((page) => page.items) ?? [], [pages.data])
  const etags = useMemo(
    () => new Map(pages.data?.pages.flatMap((page) => Object.entries(page.etags)) ?? []),
    [pages.data],
  )
  return { ...pages, items, etags, total: pages.data?.pages[0]?.total ?? 0 }
}

/** Whether the list was changed elsewhere since it was read. */
export function useIsOutdated(district: string, list: ListName, pages: { pages: Page[] } | undefined): boolean {
  const read = pages && revisionOf(pages)
  const { data } = useQuery({
    queryKey: keys.revision(district, list),
    queryFn: async () => (await get(district, list, { limit: '1' })).revision,
    refetchInterval: BETWEEN_LOOKS,
  })
  return data !== undefined && read !== undefined && data > read
}

function allQuery(district: string, list: ListName) {
  return queryOptions({
    queryKey: keys.allItems(district, list),
    queryFn: async () => {
      const items: Item[] = []
      let cursor: string | undefined
      do {
        const page = await get(district, list, { limit: LARGEST_PAGE, cursor })
        items.push(...page.items)
        cursor = cursorIn(page.next)
      } while (cursor !== undefined)
      return items
    },
    staleTime: 60_000,
    structuralSharing: false,
  })
}

export function useAll(district: string, list: ListName, enabled: boolean): Item[] {
  return useQuery({ ...allQuery(district, list), enabled }).data ?? []
}

/** What people call the items of other lists, by list and identifier. */
export type Names = ReadonlyMap<ListName, ReadonlyMap<string, string>>

export function useNames(district: string, lists: ListName[]): Names {
  const { i18n } = useTranslation()
  const found = useQueries({
    queries: lists.map((list) => allQuery(district, list)),
    combine: (results) => results.map((result) => result.data),
  })
  const language = i18n.language
  return useMemo(
    () => new Map(lists.map((list, i) => [list, new Map((found[i] ?? []).map((item) => [item.id, nameOf(list, item)]))])),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- windows are named in the language of the page
    [lists, found, language],
  )
}

function nameOf(list: ListName, item: Item): string {
  if (list === 'windows') {
    return span(String(item.start), String(item.end))
  }
  return typeof item.name === 'string' ? item.name : item.id
}

/** Changes of a list. Each shows at once in what was read of it. */
export function useChanges(district: string, list: ListName) {
  const client = useQueryClient()
  return useMemo(() => ({
    /** Sends what differs between two versions of an item; fails with a 412 where the item was changed meanwhile. */
    async change(before: Item, after: Item, etag: string): Promise<Item> {
      return this.patch(before.id, mergePatch(before, after), etag)
    },

    async patch(id: string, patch: Record<string, unknown>, etag: string): Promise<Item> {
      const answer = await told<Item>(
        api.PATCH('/api/v1/districts/{district}/{list}/{id}', {
          params: { path: { district, list, id }, header: { 'If-Match': etag } },
          body: patch as Record<string, never>,
          headers: { 'Content-Type': 'application/merge-patch+json' },
        }),
      )
      return (await this.look(id)) ?? answer
    },

    /** Reads one item again, as lists show it: with its phone masked. */
    async look(id: string): Promise<Item | undefined> {
      const page = await get(district, list, { limit: '1', id })
      const item = page.items[0]
      if (item !== undefined) {
        this.show(item, page)
      }
      return item
    },

    async add(item: Record<string, unknown>): Promise<void> {
      await told(api.POST('/api/v1/districts/{district}/{list}', {
        params: { path: { district, list }, header: { 'Idempotency-Key': newIdempotencyKey() } },
        body: item as never,
      }))
      this.readAgain()
    },

    async remove(item: Item, etag: string): Promise<void> {
      await told(api.DELETE('/api/v1/districts/{district}/{list}/{id}', {
        params: { path: { district, list, id: item.id }, header: { 'If-Match': etag } },
      }))
      this.readAgain()
    },

    /** Puts an item, as it was read now, in the place of what was read of it before. */
    show(item: Item, from: Pick<Page, 'etags' | 'revision'>) {
      client.setQueriesData<Pages>({ queryKey: keys.items(district, list) }, (pages) =>
        pages && withItem(pages, item, from))
      renew(client, district, list)
    },

    readAgain() {
      void client.resetQueries({ queryKey: keys.items(district, list) })
      renew(client, district, list)
    },
  }), [client, district, list])
}

export type Changes = ReturnType<typeof useChanges>

function renew(client: QueryClient, district: string, list: ListName) {
  void client.invalidateQueries({ queryKey: keys.allItems(district, list) })
  void client.invalidateQueries({ queryKey: keys.shortList(district, list) })
  void client.invalidateQueries({ queryKey: keys.district(district), exact: true })
}

/** The revision of a list of which all that was read of it is known to be. */
function revisionOf({ pages }: { pages: { revision: number }[] }): number {
  return Math.min(...pages.map((page) => page.revision))
}

/**
 * The same pages with one item in its newest version. Where the list has changed once since it was read, and the item is
 * another one than before, nothing else has changed: all that was read is up to date.
 */
export function withItem(pages: Pages, item: Item, { etags, revision }: Pick<Page, 'etags' | 'revision'>): Pages {
  const etag = etags[item.id] ?? '*'
  const isOnlyChange = revision === revisionOf(pages) + 1 && pages.pages.every((page) => page.etags[item.id] !== etag)
  return {
    ...pages,
    pages: pages.pages.map((page) => ({
      ...page,
      ...(isOnlyChange ? { revision } : {}),
      ...(page.etags[item.id] === undefined
        ? {}
        : {
            etags: { ...page.etags, [item.id]: etag },
            items: page.items.map((other) => (other.id === item.id ? item : other)),
          }),
    })),
  }
}

/** A value that follows another one once that has been still for a while. */
export function useStill<T>(value: T, milliseconds = 250): T {
  const [still, setStill] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setStill(value), milliseconds)
    return () => clearTimeout(timer)
  }, [value, milliseconds])
  return still
}
