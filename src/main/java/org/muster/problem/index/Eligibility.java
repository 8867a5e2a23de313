package org.muster.problem.index;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.muster.problem.Cadre;
import org.muster.problem.Post;
import org.muster.problem.Problem;
import org.muster.problem.Window;
import org.muster.problem.rules.DutyRules;
import org.muster.problem.rules.Rule;

/**
 * The cadres who may serve on a post in a window, by rules about the cadre alone. A set for each pair, computed when
 * first asked for.
 */
final class Eligibility {
    /** The rules checked here, in the order in which an obstacle is named. */
    static final List<Rule> RULES =
            Arrays.stream(Rule.values()).filter(Eligibility::looksAtCadre).toList();

    private static final byte NOTHING_BROKEN = -1;

    private final Problem problem;
    private final List<ProblemIndex.DutyKind> kinds;
    private final Preferences preferences;
    private final WindowTable windows;
    private final DutyRuleLimits[] limitsOfCadre;
    private final Map<String, DutyRules> dutyRules = new HashMap<>();
    private final Map<String, LocalDate> roundDates = new HashMap<>();
    private final Map<String, Boolean> scarce = new HashMap<>();
    /** For each set of limits, the windows in which a single duty exceeds one of them. */
    private final Map<DutyRuleLimits, BitSet> forbidden = new ConcurrentHashMap<>();

    private final AtomicReferenceArray<BitSet> pools;
    private final AtomicReferenceArray<BitSet> wasted;
    /** For each pair and cadre the place in {@link #RULES} of the first rule broken, or {@link #NOTHING_BROKEN}. */
    private final AtomicReferenceArray<byte[]> firstBroken;

    Eligibility(
            Problem problem,
            List<ProblemIndex.DutyKind> kinds,
            Preferences preferences,
            WindowTable windows,
            DutyRuleLimits[] limitsOfCadre) {
        this.problem = problem;
        this.kinds = kinds;
        this.preferences = preferences;
        this.windows = windows;
        this.limitsOfCadre = limitsOfCadre;
        problem.dutyRules().forEach(rules -> dutyRules.put(rules.id(), rules));
        problem.rounds().forEach(round -> roundDates.put(round.id(), round.date()));
        problem.skills().forEach(skill -> scarce.put(skill.id(), skill.scarce()));
        pools = new AtomicReferenceArray<>(kinds.size());
        wasted = new AtomicReferenceArray<>(kinds.size());
        firstBroken = new AtomicReferenceArray<>(kinds.size());
    }

    /** Whether a rule can be broken by a single duty, wherever it is. */
    private static boolean looksAtCadre(Rule rule) {
        return rule.level() == Rule.Level.HARD
                && switch (rule.scope()) {
                    case DUTY -> rule != Rule.CONFINEMENT;
                    case CADRE -> rule == Rule.DAY_LIMIT || rule == Rule.DUTY_RULES;
                    case DEMAND, TEAM, UNIT_AND_DATE, GIVEN_ASSIGNMENT -> false;
                };
    }

    /** Cadres who break none of {@link #RULES}. */
    BitSet pool(int kind) {
        var pool = pools.get(kind);
        if (pool == null) {
            pool = new BitSet(problem.cadres().size());
            for (int cadre = 0; cadre < problem.cadres().size(); cadre++) {
                pool.set(cadre, firstBroken(cadre, kind) == NOTHING_BROKEN);
            }
            pools.set(kind, pool);
        }
        return pool;
    }

    /** The first of {@link #RULES} that the cadre breaks; null when none. */
    @Nullable
    Rule obstacle(int cadre, int kind) {
        var broken = firstBroken.get(kind);
        if (broken == null) {
            broken = new byte[problem.cadres().size()];
            for (int each = 0; each < broken.length; each++) {
                broken[each] = firstBroken(each, kind);
            }
            firstBroken.set(kind, broken);
        }
        return broken[cadre] == NOTHING_BROKEN ? null : RULES.get(broken[cadre]);
    }

    /** Whether the cadre holds a scarce skill that day and the post asks for none of those held. */
    boolean wastesScarceSkill(int cadre, int kind) {
        var set = wasted.get(kind);
        if (set == null) {
            set = new BitSet(problem.cadres().size());
            for (int each = 0; each < problem.cadres().size(); each++) {
                set.set(
                        each,
                        isWasted(
                                problem.cadres().get(each),
                                post(kind),
                                window(kind).date()));
            }
            wasted.set(kind, set);
        }
        return set.get(cadre);
    }

    boolean isBroken(Rule rule, int cadreNumber, int kind) {
        var cadre = problem.cadres().get(cadreNumber);
        var post = post(kind);
        var window = window(kind);
        return switch (rule) {
            case SKILL -> !isQualified(cadre, post, window.date());
            case AVAILABILITY ->
                preferences.isUnavailable(cadreNumber, kinds.get(kind).window());
            case SERVICE -> cadre.lastServiceDay() != null && window.date().isAfter(cadre.lastServiceDay());
            case AGE -> !isOfAge(cadre.birthDate(), post, roundDates.get(window.round()));
            case CARE -> !post.tags().isEmpty() && post.tags().stream().anyMatch(cadre.avoidTags()::contains);
            case DAY_LIMIT -> isTooLong(rulesOf(cadre), window);
            case DUTY_RULES ->
                isForbidden(limitsOfCadre[cadreNumber], kinds.get(kind).window());
            default -> throw new IllegalArgumentException("The rule (%s) is not one of %s.".formatted(rule, RULES));
        };
    }

    private byte firstBroken(int cadre, int kind) {
        for (byte place = 0; place < RULES.size(); place++) {
            if (isBroken(RULES.get(place), cadre, kind)) {
                return place;
            }
        }
        return NOTHING_BROKEN;
    }

    private static boolean isQualified(Cadre cadre, Post post, LocalDate date) {
        return (post.skillsAnyOf().isEmpty() || post.skillsAnyOf().stream().anyMatch(skill -> cadre.holds(skill, date)))
                && post.skillsAllOf().stream().allMatch(skill -> cadre.holds(skill, date));
    }

    private static boolean isOfAge(@Nullable LocalDate birthDate, Post post, @Nullable LocalDate date) {
        if (birthDate == null || date == null || (post.minAge() == null && post.maxAge() == null)) {
            return true;
        }
        int age = birthDate.until(date).getYears();
        return (post.minAge() == null || age >= post.minAge()) && (post.maxAge() == null || age <= post.maxAge());
    }

    private boolean isTooLong(@Nullable DutyRules rules, Window window) {
        return rules != null
                && rules.maxMinutesPerDay() != null
                && problem.minutesOf(window) > rules.maxMinutesPerDay();
    }

    /** Whether a single duty exceeds a required duty rule; travel depends on the site and is judged with it. */
    private boolean isForbidden(DutyRuleLimits limits, int window) {
        return forbidden.computeIfAbsent(limits, this::windowsForbiddenBy).get(window);
    }

    private BitSet windowsForbiddenBy(DutyRuleLimits limits) {
        var found = new BitSet();
        if (limits.haveRequired()) {
            var excess = new DutyRuleExcess(problem.horizon(), windows);
            for (int window = 0; window < windows.minutes.length; window++) {
                found.set(window, excess.forbids(limits, window));
            }
        }
        return found;
    }

    private boolean isWasted(Cadre cadre, Post post, LocalDate date) {
        boolean holdsScarce = false;
        for (var held : cadre.skills()) {
            if (held.isHeldOn(date) && scarce.getOrDefault(held.skill(), false)) {
                if (post.asksFor(held.skill())) {
                    return false;
                }
                holdsScarce = true;
            }
        }
        return holdsScarce;
    }

    private Post post(int kind) {
        return problem.posts().get(kinds.get(kind).post());
    }

    private Window window(int kind) {
        return problem.windows().get(kinds.get(kind).window());
    }

    private @Nullable DutyRules rulesOf(Cadre cadre) {
        return cadre.dutyRules() == null ? null : dutyRules.get(cadre.dutyRules());
    }
}
