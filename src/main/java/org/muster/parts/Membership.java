package org.muster.parts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muster.problem.Cadre;
import org.muster.problem.Demand;
import org.muster.problem.HeldSkill;
import org.muster.problem.Post;
import org.muster.problem.Problem;
import org.muster.problem.Skill;

/**
 * Expresses in the planning model which cadres may serve in which part.
 *
 * <p>A part that does not list every cadre becomes a skill, named after the part. Its cadres hold it, and its posts ask
 * for it. A post that several parts use is copied for each, under the same name. The skill is not scarce, so that it
 * costs nothing anywhere. Parts that share a demand count as one here: a cadre listed in one of them may serve in it.
 */
final class Membership {
    private final Problem problem;
    private final Map<String, Circle> circleOfDemand = new HashMap<>();
    private final Map<String, Set<Circle>> circlesOfPost = new HashMap<>();
    private final List<Circle> circles = new ArrayList<>();
    private final Set<String> skills = new HashSet<>();
    private final Set<String> posts = new HashSet<>();

    /** Parts that may use the same cadres. */
    private static final class Circle {
        private final String name;
        private final String skill;
        private final Set<String> cadres = new LinkedHashSet<>();
        private final Map<String, Post> posts = new LinkedHashMap<>();

        Circle(String name, String skill) {
            this.name = name;
            this.skill = skill;
        }
    }

    private Membership(Problem problem) {
        this.problem = problem;
        problem.skills().forEach(skill -> skills.add(skill.id()));
        problem.posts().forEach(post -> posts.add(post.id()));
    }

    /**
     * The problem, with what its parts ask of their cadres.
     *
     * @param cadres identifiers of those whom each section lists
     */
    static Problem required(Problem problem, List<MergedProblem.Section> sections, List<List<String>> cadres) {
        var membership = new Membership(problem);
        membership.findCircles(sections, cadres);
        return membership.circles.isEmpty() ? problem : membership.required();
    }

    private void findCircles(List<MergedProblem.Section> parts, List<List<String>> listed) {
        var together = new UnionFind(parts.size());
        var firstPart = new HashMap<String, Integer>();
        for (int part = 0; part < parts.size(); part++) {
            for (var demand : parts.get(part).demands()) {
                var first = firstPart.putIfAbsent(demand, part);
                if (first != null) {
                    together.unite(part, first);
                }
            }
        }
        var cadresOf = new LinkedHashMap<Integer, Set<String>>();
        for (int part = 0; part < parts.size(); part++) {
            cadresOf.computeIfAbsent(together.find(part), _ -> new LinkedHashSet<>())
                    .addAll(listed.get(part));
        }
        var circleOf = new HashMap<Integer, Circle>();
        cadresOf.forEach((part, cadres) -> {
            if (cadres.size() < problem.cadres().size()) {
                var name = parts.get(part).id();
                var circle = new Circle(name, FreshName.of("part:" + name, skills::contains));
                skills.add(circle.skill);
                circle.cadres.addAll(cadres);
                circles.add(circle);
                circleOf.put(part, circle);
            }
        });
        firstPart.forEach((demand, part) -> {
            var circle = circleOf.get(together.find(part));
            if (circle != null) {
                circleOfDemand.put(demand, circle);
            }
        });
    }

    private Problem required() {
        var openPosts = new HashSet<String>();
        for (var demand : problem.demands()) {
            var circle = circleOfDemand.get(demand.id());
            if (circle == null) {
                openPosts.add(demand.post());
            } else {
                circlesOfPost
                        .computeIfAbsent(demand.post(), _ -> new LinkedHashSet<>())
                        .add(circle);
            }
        }
        var all = new ArrayList<Post>();
        for (var post : problem.posts()) {
            var users = circlesOfPost.getOrDefault(post.id(), Set.of());
            if (users.isEmpty() || openPosts.contains(post.id())) {
                all.add(post);
            }
            boolean isAlone = users.size() == 1 && !openPosts.contains(post.id());
            for (var circle : users) {
                var own = own(post, circle, isAlone);
                circle.posts.put(post.id(), own);
                all.add(own);
            }
        }
        return problem.toBuilder()
                .skills(withCircles(problem.skills()))
                .posts(all)
                .demands(problem.demands().stream().map(this::withOwnPost).toList())
                .cadres(withSkills())
                .build();
    }

    private Post own(Post post, Circle circle, boolean isAlone) {
        var id = post.id();
        if (!isAlone) {
            id = FreshName.of(circle.name + "." + post.id(), posts::contains);
            posts.add(id);
        }
        var asked = new LinkedHashSet<>(post.skillsAllOf());
        asked.add(circle.skill);
        return new Post(id, post.name(), post.skillsAnyOf(), asked, post.tags(), post.minAge(), post.maxAge());
    }

    private List<Skill> withCircles(List<Skill> given) {
        var all = new ArrayList<>(given);
        circles.forEach(circle -> all.add(new Skill(circle.skill, circle.name, false)));
        return all;
    }

    private Demand withOwnPost(Demand demand) {
        var circle = circleOfDemand.get(demand.id());
        var own = circle == null ? null : circle.posts.get(demand.post());
        return own == null
                ? demand
                : new Demand(
                        demand.id(),
                        demand.site(),
                        demand.window(),
                        own.id(),
                        demand.min(),
                        demand.ideal(),
                        demand.max(),
                        demand.priority(),
                        demand.idealWeight(),
                        demand.overWeight());
    }

    private List<Cadre> withSkills() {
        var held = new HashMap<String, List<HeldSkill>>();
        for (var circle : circles) {
            circle.cadres.forEach(cadre ->
                    held.computeIfAbsent(cadre, _ -> new ArrayList<>()).add(new HeldSkill(circle.skill, null, null)));
        }
        return problem.cadres().stream()
                .map(cadre -> {
                    var all = new ArrayList<>(cadre.skills());
                    all.addAll(held.getOrDefault(cadre.id(), List.of()));
                    return cadre.toBuilder().skills(all).build();
                })
                .toList();
    }
}
