package org.muster.formats.json.stream;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.muster.problem.Identifier;

/** The current place in a document. It becomes a text only when it is asked for. */
public final class Pointer {

    private final Deque<Segment> segments = new ArrayDeque<>();

    private sealed interface Segment {}

    private record Name(String name) implements Segment {}

    private static final class Index implements Segment {
        private int index;
    }

    void enter(String name) {
        segments.addLast(new Name(name));
    }

    /** Enters an array, before its first item. */
    void enterArray() {
        var index = new Index();
        index.index = -1;
        segments.addLast(index);
    }

    /** Moves on to the next item of the array, and returns its index. */
    int next() {
        return segments.getLast() instanceof Index index ? ++index.index : -1;
    }

    void leave() {
        segments.removeLast();
    }

    /** The JSON Pointer (RFC 6901), with characters replaced that are not safe to show. */
    @Override
    public String toString() {
        var text = new StringBuilder();
        for (Iterator<Segment> it = segments.iterator(); it.hasNext(); ) {
            switch (it.next()) {
                case Name name -> text.append('/').append(Identifier.pointerSegment(name.name()));
                case Index index -> text.append('/').append(index.index);
            }
        }
        return text.toString();
    }

    /** The pointer of a field of the object one is in. */
    String to(String field) {
        return this + "/" + Identifier.pointerSegment(field);
    }
}
