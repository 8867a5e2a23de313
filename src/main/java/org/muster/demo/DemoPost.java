package org.muster.demo;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muster.problem.Post;
import org.muster.problem.Skill;

/** The posts of a round, what they ask for, and how much they matter. */
enum DemoPost {
    GUIDE("guide", "引导员", Set.of(), Set.of(), Set.of(), null, 4, 1.6),
    REGISTRAR("registrar", "登记员", Set.of(), Set.of(), Set.of(), null, 6, 1),
    SAMPLER(
            "sampler",
            "采样员",
            Set.of(DemoPost.NURSE, DemoPost.DOCTOR, DemoPost.EX_NURSE),
            Set.of(),
            Set.of("heat"),
            null,
            8,
            0.15),
    DISINFECTION(
            "disinfection",
            "消杀员",
            Set.of(),
            Set.of(DemoPost.TRAINED_DISINFECTION),
            Set.of("heat", "lifting"),
            55,
            7,
            0.2),
    SUPERVISOR("supervisor", "督导员", Set.of(), Set.of(DemoPost.TRAINED_SUPERVISOR), Set.of(), null, 5, 0),
    COURIER("courier", "送药员", Set.of(), Set.of(DemoPost.DRIVER), Set.of("lifting"), 60, 7, 1),
    FLOOR_CAPTAIN("floor-captain", "楼层长", Set.of(), Set.of(), Set.of(), null, 9, 0.6),
    NIGHT_GUARD("night-guard", "夜间值守员", Set.of(), Set.of(), Set.of("night"), null, 7, 0.4);

    static final String NURSE = "nurse";
    static final String DOCTOR = "doctor";
    static final String EX_NURSE = "ex-nurse";
    static final String DRIVER = "driver";
    static final String TRAINED_DISINFECTION = "disinfection";
    static final String TRAINED_SUPERVISOR = "supervisor";

    /** The skills that posts ask for. Nurses and doctors are better kept for sampling. */
    static final List<Skill> SKILLS = List.of(
            new Skill(NURSE, "护士", true),
            new Skill(DOCTOR, "医师", true),
            new Skill(EX_NURSE, "曾任护士", false),
            new Skill(DRIVER, "驾驶", false),
            new Skill(TRAINED_DISINFECTION, "消杀培训合格", false),
            new Skill(TRAINED_SUPERVISOR, "督导培训合格", false));

    /** A record of unmodifiable sets, which Error Prone cannot see. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Post post;

    private final int priority;
    private final double headsWeight;

    DemoPost(
            String id,
            String name,
            Set<String> skillsAnyOf,
            Set<String> skillsAllOf,
            Set<String> tags,
            @Nullable Integer maxAge,
            int priority,
            double headsWeight) {
        post = new Post(id, name, skillsAnyOf, skillsAllOf, tags, 18, maxAge);
        this.priority = priority;
        this.headsWeight = headsWeight;
    }

    Post post() {
        return post;
    }

    /** How much a head missing on the post weighs at an ordinary site. */
    int priority() {
        return priority;
    }

    /** How the heads beyond the first of each demand are shared out, relative to the other posts. */
    double headsWeight() {
        return headsWeight;
    }
}
