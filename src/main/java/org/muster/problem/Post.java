package org.muster.problem;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one does at a site: guide, registrar, sampler and so on.
 *
 * @param skillsAnyOf holding one of them suffices; empty means that none is asked
 * @param skillsAllOf every one of them is asked
 * @param tags what makes the post hard on people ({@code heat}, {@code lifting}, {@code night}, ...)
 * @param minAge in whole years on the round's date, inclusive; null for no limit
 * @param maxAge in whole years on the round's date, inclusive; null for no limit
 */
public record Post(
        String id,
        String name,
        Set<String> skillsAnyOf,
        Set<String> skillsAllOf,
        Set<String> tags,
        @Nullable Integer minAge,
        @Nullable Integer maxAge) {

    public Post {
        skillsAnyOf = Collections.unmodifiableSet(new LinkedHashSet<>(skillsAnyOf));
        skillsAllOf = Collections.unmodifiableSet(new LinkedHashSet<>(skillsAllOf));
        tags = Set.copyOf(tags);
        if (minAge != null && maxAge != null && minAge > maxAge) {
            throw new IllegalArgumentException(
                    "The post (%s) asks for an age of at least %d and at most %d.".formatted(id, minAge, maxAge));
        }
    }

    /** Whether the post asks for the skill, alone or among others. */
    public boolean asksFor(String skill) {
        return skillsAnyOf.contains(skill) || skillsAllOf.contains(skill);
    }
}
