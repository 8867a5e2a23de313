package org.muster.parts;

/** Sets that grow together. Each is known by its least member. */
final class UnionFind {
    private final int[] parent;

    /** Starts with sets of one member each, 0 to {@code size - 1}. */
    UnionFind(int size) {
        parent = new int[size];
        for (int member = 0; member < size; member++) {
            parent[member] = member;
        }
    }

    /** The least member of the set. */
    int find(int member) {
        int at = member;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    /** Makes one set of two; false when they were one already. */
    boolean unite(int member, int other) {
        int root = find(member);
        int otherRoot = find(other);
        parent[Math.max(root, otherRoot)] = Math.min(root, otherRoot);
        return root != otherRoot;
    }
}
