package org.muster.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.muster.district.DistrictList;
import org.muster.evaluation.Evaluation.Violation;
import org.muster.persistence.changes.SavedChanges;
import org.muster.persistence.districts.Referrer;
import org.muster.persistence.plans.Plan;

/** A request that cannot be met as the district stands. Messages hold identifiers only. */
public abstract sealed class RegistryException extends RuntimeException {

    private RegistryException(String message) {
        super(message);
    }

    /** There is no such district. */
    public static final class UnknownDistrict extends RegistryException {
        private final String id;

        public UnknownDistrict(String id) {
            super("There is no district (%s).".formatted(id));
            this.id = id;
        }

        public String id() {
            return id;
        }
    }

    /** There is no such item in the list. */
    public static final class UnknownItem extends RegistryException {
        private final DistrictList list;
        private final String id;

        public UnknownItem(DistrictList list, String id) {
            super("There is no item (%s) in %s.".formatted(id, list.path()));
            this.list = list;
            this.id = id;
        }

        public DistrictList list() {
            return list;
        }

        public String id() {
            return id;
        }
    }

    /** No plan of the district has this identifier. */
    public static final class UnknownPlan extends RegistryException {
        private final String id;

        public UnknownPlan(String id) {
            super("The district has no plan (%s).".formatted(id));
            this.id = id;
        }

        public String id() {
            return id;
        }
    }

    /** Another item, or district, has the identifier already. */
    public static final class TakenIdentifier extends RegistryException {
        private final String id;

        public TakenIdentifier(String id) {
            super("The identifier (%s) is taken.".formatted(id));
            this.id = id;
        }

        public String id() {
            return id;
        }
    }

    /** Others point to what was to be deleted. */
    public static final class StillReferenced extends RegistryException {
        private final transient List<Referrer> referrers;
        private final long count;

        /**
         * Others point to it.
         *
         * @param referrers the first of them
         * @param count how many there are
         */
        public StillReferenced(List<Referrer> referrers, long count) {
            super("%d other items point to it.".formatted(count));
            this.referrers = List.copyOf(referrers);
            this.count = count;
        }

        public List<Referrer> referrers() {
            return referrers;
        }

        public long count() {
            return count;
        }
    }

    /** Somebody else has changed it meanwhile. */
    public static final class Stale extends RegistryException {
        private final long version;
        private final @Nullable String current;
        private final @Nullable String rejected;

        /**
         * It has changed.
         *
         * @param version the one that stands now
         * @param current what stands now, as JSON; null for a whole list, or where it is gone
         * @param rejected what was to take its place; null where it was to be deleted, and for a whole list
         */
        public Stale(long version, @Nullable String current, @Nullable String rejected) {
            super("It has version %d now.".formatted(version));
            this.version = version;
            this.current = current;
            this.rejected = rejected;
        }

        public long version() {
            return version;
        }

        public @Nullable String current() {
            return current;
        }

        public @Nullable String rejected() {
            return rejected;
        }
    }

    /** A plan of the district is being solved, and would bring back what is to be erased. */
    public static final class PlanUnderWay extends RegistryException {
        private final UUID plan;

        public PlanUnderWay(UUID plan) {
            super("The plan (%s) is under way.".formatted(plan));
            this.plan = plan;
        }

        public UUID plan() {
            return plan;
        }
    }

    /** A plan has no schedule that people could be told of. */
    public static final class NotPublishable extends RegistryException {
        private final UUID plan;

        public NotPublishable(UUID plan) {
            super("The plan (%s) has no schedule that keeps every rule, or not yet.".formatted(plan));
            this.plan = plan;
        }

        public UUID plan() {
            return plan;
        }
    }

    /** A plan has no schedule yet. */
    public static final class NoSchedule extends RegistryException {
        private final UUID plan;

        public NoSchedule(UUID plan) {
            super("The plan (%s) has no schedule yet.".formatted(plan));
            this.plan = plan;
        }

        public UUID plan() {
            return plan;
        }
    }

    /** A plan is still being solved, and would overwrite what somebody changes. */
    public static final class NotAtItsEnd extends RegistryException {
        private final UUID plan;

        public NotAtItsEnd(UUID plan) {
            super("The plan (%s) is not at its end.".formatted(plan));
            this.plan = plan;
        }

        public UUID plan() {
            return plan;
        }
    }

    /** A part of a plan is not changed: the whole is. */
    public static final class ChangedInWhole extends RegistryException {
        private final UUID plan;
        private final UUID whole;

        public ChangedInWhole(UUID plan, UUID whole) {
            super("The plan (%s) is a part of another one (%s).".formatted(plan, whole));
            this.plan = plan;
            this.whole = whole;
        }

        public UUID plan() {
            return plan;
        }

        public UUID whole() {
            return whole;
        }
    }

    /** Somebody else has changed the schedule meanwhile. */
    public static final class StalePlan extends RegistryException {
        private final transient Plan plan;
        private final transient @Nullable List<SavedChanges> since;

        /**
         * It has changed.
         *
         * @param plan as it stands now
         * @param since what was saved since the version that the caller has seen; null where that cannot be told
         */
        public StalePlan(Plan plan, @Nullable List<SavedChanges> since) {
            super("The plan (%s) has version %d now.".formatted(plan.id(), plan.version()));
            this.plan = plan;
            this.since = since;
        }

        public Plan plan() {
            return plan;
        }

        public @Nullable List<SavedChanges> since() {
            return since;
        }
    }

    /** Changes by hand break rules, and nobody said that they may. */
    public static final class BreaksRules extends RegistryException {
        private final transient List<Violation> broken;

        /**
         * They break rules.
         *
         * @param broken where, and how much more than before
         */
        public BreaksRules(List<Violation> broken) {
            super("The changes break rules in %d places.".formatted(broken.size()));
            this.broken = List.copyOf(broken);
        }

        public List<Violation> broken() {
            return broken;
        }
    }

    /** Duties that were to be published clash with others that people have been told of. */
    public static final class Clashing extends RegistryException {
        private final int count;
        private final String cadre;
        private final String demand;

        /**
         * Duties clash.
         *
         * @param count how many of them
         * @param cadre whose the first is
         * @param demand what the first is for
         */
        public Clashing(int count, String cadre, String demand) {
            super("%d duties clash, the first of %s on %s.".formatted(count, cadre, demand));
            this.count = count;
            this.cadre = cadre;
            this.demand = demand;
        }

        public int count() {
            return count;
        }

        public String cadre() {
            return cadre;
        }

        public String demand() {
            return demand;
        }
    }

    /** The district as it is by now speaks against a schedule that was to be published. */
    public static final class Outdated extends RegistryException {
        private final transient List<Objection> objections;

        public Outdated(List<Objection> objections) {
            super("The district has changed in %d places that matter.".formatted(objections.size()));
            this.objections = List.copyOf(objections);
        }

        public List<Objection> objections() {
            return objections;
        }
    }

    /** A round was to be withdrawn on the date that it has now, and people were told of other dates. */
    public static final class PublishedOnOtherDates extends RegistryException {
        private final String round;
        private final transient List<LocalDate> dates;

        /**
         * It has other dates.
         *
         * @param dates for which a publication stands
         */
        public PublishedOnOtherDates(String round, List<LocalDate> dates) {
            super("The round (%s) is published for other dates (%s).".formatted(round, dates));
            this.round = round;
            this.dates = List.copyOf(dates);
        }

        public String round() {
            return round;
        }

        public List<LocalDate> dates() {
            return dates;
        }
    }
}
