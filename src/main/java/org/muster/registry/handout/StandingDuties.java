package org.muster.registry.handout;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.muster.district.District;
import org.muster.district.DistrictList;
import org.muster.district.Item;
import org.muster.district.StoredCadre;
import org.muster.district.StoredSite;
import org.muster.formats.text.DisplayName;
import org.muster.persistence.districts.DistrictStore;
import org.muster.persistence.districts.ItemStore;
import org.muster.persistence.districts.StoredItem;
import org.muster.persistence.publications.PublishedDutyStore;
import org.muster.problem.Cadre;
import org.muster.problem.Community;
import org.muster.problem.Demand;
import org.muster.problem.Post;
import org.muster.problem.Round;
import org.muster.problem.Site;
import org.muster.problem.WorkUnit;
import org.muster.registry.lists.Districts;
import org.muster.registry.lists.Snapshots;

/**
 * What stands of one cadre in a district: the published duties, and those that were withdrawn. Places are told as the
 * lists have them now. It reads the few items that it needs, for thousands may look at the same time.
 */
@ApplicationScoped
public class StandingDuties {

    /** So long a duty is shown after it has started. */
    private static final Period PAST = Period.ofDays(7);

    private final DistrictStore districts;
    private final Districts reader;
    private final ItemStore items;
    private final Snapshots snapshots;
    private final PublishedDutyStore duties;
    private final Clock clock;

    StandingDuties(
            DistrictStore districts,
            Districts reader,
            ItemStore items,
            Snapshots snapshots,
            PublishedDutyStore duties,
            Clock clock) {
        this.districts = districts;
        this.reader = reader;
        this.items = items;
        this.snapshots = snapshots;
        this.duties = duties;
        this.clock = clock;
    }

    /**
     * What stands of a cadre.
     *
     * @param timeZone of all local times
     * @param duties in time, published and withdrawn ones
     */
    public record Standing(String district, Cadre cadre, WorkUnit unit, ZoneId timeZone, List<Duty> duties) {

        /** When the newest of the duties was published or withdrawn; null without any. */
        public @Nullable Instant told() {
            return duties.stream()
                    .map(Duty::told)
                    .max(Comparator.naturalOrder())
                    .orElse(null);
        }
    }

    /**
     * A duty that the cadre was told of. What the lists have no longer is null.
     *
     * @param demand identifier
     * @param siteId identifier of the site
     * @param round what people call the round; empty for a withdrawn duty
     * @param start local, inclusive
     * @param end local, exclusive
     * @param isWithdrawn whether the cadre was told not to come
     * @param told when it was published or withdrawn
     * @param travelMinutes one way, estimated; 0 where the place is not known
     */
    public record Duty(
            String demand,
            String siteId,
            @Nullable Site site,
            @Nullable Community community,
            @Nullable Post post,
            String round,
            LocalDateTime start,
            LocalDateTime end,
            boolean isWithdrawn,
            Instant told,
            int travelMinutes) {

        /** What people call the site; its identifier where the list has it no longer. */
        public String siteName() {
            return site == null ? siteId : DisplayName.of(site);
        }

        /** What people call the post; the identifier of the demand where the list has that no longer. */
        public String postName() {
            return post == null ? demand : DisplayName.of(post);
        }
    }

    /** A duty as the publications have it. */
    private record Told(
            String demand,
            String site,
            @Nullable String round,
            LocalDateTime start,
            LocalDateTime end,
            boolean isWithdrawn,
            Instant told) {}

    /**
     * What stands of a cadre: published duties that started in the last seven days or will start, and withdrawn ones that
     * would still start.
     *
     * @return empty where the cadre is not in the district's list
     */
    @Transactional
    public Optional<Standing> find(String district, String cadre) {
        var stored = districts.find(district);
        var listed = items.find(district, DistrictList.CADRES, cadre);
        if (stored.isEmpty() || listed.isEmpty()) {
            return Optional.empty();
        }
        var settings = reader.read(stored.get());
        var person = (StoredCadre) snapshots
                .read(DistrictList.CADRES, List.of(listed.get()))
                .getFirst()
                .value();
        var unit = person.cadre().unit();
        var told = told(settings, cadre);
        var lists = new Lookup(district, told);
        return Optional.of(new Standing(
                district,
                person.cadre(),
                Objects.requireNonNull(lists.read(DistrictList.UNITS, List.of(unit), WorkUnit.class)
                        .get(unit)),
                settings.timeZone(),
                told.stream().map(duty -> lists.duty(duty, person, settings)).toList()));
    }

    private List<Told> told(District district, String cadre) {
        var now = LocalDateTime.ofInstant(clock.instant(), district.timeZone());
        var told = new ArrayList<Told>();
        duties.standingOf(district.id(), cadre, now.minus(PAST))
                .forEach((duty, published) -> told.add(new Told(
                        duty.demand(), duty.site(), duty.round(), duty.start(), duty.end(), false, published)));
        duties.withdrawnOf(district.id(), cadre, now)
                .forEach(duty -> told.add(
                        new Told(duty.demand(), duty.site(), null, duty.start(), duty.end(), true, duty.withdrawn())));
        told.sort(Comparator.comparing(Told::start).thenComparing(Told::end).thenComparing(Told::demand));
        return told;
    }

    /** The items of the lists that some duties need, each list read once. */
    private final class Lookup {
        private final String district;
        private final Map<String, Demand> demands;
        private final Map<String, StoredSite> sites;
        private final Map<String, Community> communities;
        private final Map<String, Post> posts;
        private final Map<String, Round> rounds;

        Lookup(String district, List<Told> told) {
            this.district = district;
            demands = read(DistrictList.DEMANDS, ids(told, Told::demand), Demand.class);
            sites = read(DistrictList.SITES, ids(told, Told::site), StoredSite.class);
            communities = read(
                    DistrictList.COMMUNITIES,
                    ids(sites.values(), site -> site.site().community()),
                    Community.class);
            posts = read(DistrictList.POSTS, ids(demands.values(), Demand::post), Post.class);
            rounds = read(DistrictList.ROUNDS, ids(told, Told::round), Round.class);
        }

        private static <T> Collection<String> ids(Collection<T> all, Function<T, @Nullable String> id) {
            return all.stream().map(id).filter(Objects::nonNull).collect(toSet());
        }

        private <T> Map<String, T> read(DistrictList list, Collection<String> ids, Class<T> type) {
            Collection<StoredItem> stored =
                    ids.isEmpty() ? List.of() : items.some(district, list, ids).values();
            var found = new HashMap<String, T>();
            if (!stored.isEmpty()) {
                for (Item item : snapshots.read(list, stored)) {
                    found.put(item.id(), type.cast(item.value()));
                }
            }
            return found;
        }

        Duty duty(Told told, StoredCadre person, District settings) {
            var stored = sites.get(told.site());
            var site = stored == null ? null : stored.site();
            var demand = demands.get(told.demand());
            var round = told.round() == null ? null : rounds.get(told.round());
            return new Duty(
                    told.demand(),
                    told.site(),
                    site,
                    site == null ? null : communities.get(site.community()),
                    demand == null ? null : posts.get(demand.post()),
                    round == null ? Objects.requireNonNullElse(told.round(), "") : DisplayName.of(round),
                    told.start(),
                    told.end(),
                    told.isWithdrawn(),
                    told.told(),
                    site == null || isInside(person, told)
                            ? 0
                            : settings.travel().minutes(person.cadre(), site));
        }

        /** Whether the cadre lives in a sealed compound at that time, and so has no way. */
        private static boolean isInside(StoredCadre person, Told told) {
            return person.confinements().stream().anyMatch(each -> each.overlaps(told.start(), told.end()));
        }
    }
}
