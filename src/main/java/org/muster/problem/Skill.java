package org.muster.problem;

/**
 * A qualification that cadres hold, such as {@code nurse} or {@code driver}.
 *
 * @param scarce whether people who hold it are better kept for posts that ask for it
 */
public record Skill(String id, String name, boolean scarce) {}
