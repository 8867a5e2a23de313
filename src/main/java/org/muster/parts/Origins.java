package org.muster.parts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Where in the request the items of a merged problem come from. */
public final class Origins {
    private static final Pattern ITEM = Pattern.compile("/(\\w+)/(\\d+)(.*)");

    private final String root;
    private final Map<String, List<String>> pointers = new HashMap<>();

    Origins(String root) {
        this.root = root;
    }

    /** Notes where the next item of a list comes from. */
    void add(String list, String pointer) {
        pointers.computeIfAbsent(list, _ -> new ArrayList<>()).add(pointer);
    }

    /**
     * Finds the place in the request.
     *
     * @param pointer JSON Pointer from the merged problem on, such as {@code /assignments/3/cadre}
     * @return such as {@code /parts/1/problem/assignments/0/cadre}; the pointer of all parts for what is no item
     */
    public String pointerOf(String pointer) {
        var item = ITEM.matcher(pointer);
        if (!item.matches()) {
            return root;
        }
        var list = pointers.getOrDefault(item.group(1), List.of());
        int place = Integer.parseInt(item.group(2));
        return place < list.size() ? list.get(place) + item.group(3) : root;
    }
}
