package org.muster.persistence.publications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.muster.district.history.PublishedDuty;
import org.muster.district.history.Served;
import org.muster.district.history.UsedUp;
import org.muster.persistence.database.Columns;
import org.muster.persistence.database.JsonTexts;

/**
 * Published duties, and their sums. A round on another date is another round, whatever its identifier.
 */
@ApplicationScoped
public class PublishedDutyStore {

    private final EntityManager entityManager;

    PublishedDutyStore(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Published duties that start in {@code [from, until)}, by start. */
    @Transactional
    public List<PublishedDuty> duties(String district, LocalDateTime from, LocalDateTime until) {
        return session()
                .createNativeQuery("""
                        select round, round_date, demand, site, cadre, starts, ends, minutes, kind from published_duty
                        where district = :district and starts >= :from and starts < :until
                        order by starts, demand, cadre""", Object[].class)
                .setParameter("district", district)
                .setParameter("from", from)
                .setParameter("until", until)
                .getResultStream()
                .map(PublishedDutyStore::duty)
                .toList();
    }

    /** The published duties of a cadre, by start. */
    @Transactional
    public List<PublishedDuty> dutiesOf(String district, String cadre) {
        return session()
                .createNativeQuery("""
                        select round, round_date, demand, site, cadre, starts, ends, minutes, kind from published_duty
                        where district = :district and cadre = :cadre order by starts, demand""", Object[].class)
                .setParameter("district", district)
                .setParameter("cadre", cadre)
                .getResultStream()
                .map(PublishedDutyStore::duty)
                .toList();
    }

    /**
     * The published duties of a cadre that start at a time or later, by start, each with when it was published.
     *
     * @param from local time of the district
     */
    @Transactional
    public Map<PublishedDuty, Instant> standingOf(String district, String cadre, LocalDateTime from) {
        var standing = new LinkedHashMap<PublishedDuty, Instant>();
        session()
                .createNativeQuery("""
                        select round, round_date, demand, site, cadre, starts, ends, minutes, kind, published
                        from published_duty join publication on publication.id = published_duty.publication
                        where published_duty.district = :district and cadre = :cadre and starts >= :from
                        order by starts, demand""", Object[].class)
                .setParameter("district", district)
                .setParameter("cadre", cadre)
                .setParameter("from", from)
                .getResultStream()
                .forEach(row -> standing.put(duty(row), Columns.instant(row[9])));
        return standing;
    }

    private static PublishedDuty duty(Object[] row) {
        return new PublishedDuty(
                (String) row[0],
                Columns.date(row[1]),
                (String) row[2],
                (String) row[3],
                (String) row[4],
                Columns.time(row[5]),
                Columns.time(row[6]),
                ((Number) row[7]).intValue(),
                (String) row[8]);
    }

    /**
     * The duties of a cadre in some rounds that were withdrawn, by start.
     *
     * @param rounds the date of each
     */
    @Transactional
    public List<WithdrawnDuty> withdrawnOf(String district, String cadre, Map<String, LocalDate> rounds) {
        return session()
                .createNativeQuery("""
                        select demand, site, starts, ends, withdrawn from withdrawn_duty
                        join json_each_text(cast(:rounds as json)) as asked (round, date)
                          on asked.round = withdrawn_duty.round and cast(asked.date as date) = round_date
                        where district = :district and cadre = :cadre order by starts, demand""", Object[].class)
                .setParameter("district", district)
                .setParameter("cadre", cadre)
                .setParameter("rounds", JsonTexts.write(rounds))
                .getResultStream()
                .map(PublishedDutyStore::withdrawn)
                .toList();
    }

    /**
     * The withdrawn duties of a cadre that would start after a time, by start.
     *
     * @param after local time of the district
     */
    @Transactional
    public List<WithdrawnDuty> withdrawnOf(String district, String cadre, LocalDateTime after) {
        return session()
                .createNativeQuery("""
                        select demand, site, starts, ends, withdrawn from withdrawn_duty
                        where district = :district and cadre = :cadre and starts > :after
                        order by starts, demand""", Object[].class)
                .setParameter("district", district)
                .setParameter("cadre", cadre)
                .setParameter("after", after)
                .getResultStream()
                .map(PublishedDutyStore::withdrawn)
                .toList();
    }

    private static WithdrawnDuty withdrawn(Object[] row) {
        return new WithdrawnDuty(
                (String) row[0], (String) row[1], Columns.time(row[2]), Columns.time(row[3]), Columns.instant(row[4]));
    }

    /**
     * What each cadre has done in duties that started before a time.
     *
     * @param minutesFrom minutes of rounds from this date on count
     * @param without rounds that do not count, with their dates
     */
    @Transactional
    public Map<String, Served> served(
            String district, LocalDateTime before, LocalDate minutesFrom, Map<String, LocalDate> without) {
        var served = new HashMap<String, Served>();
        session()
                .createNativeQuery("""
                        select cadre, count(distinct (round, round_date)),
                          coalesce(sum(minutes) filter (where round_date >= :from), 0),
                          (array_agg(site order by starts desc))[1]
                        from published_duty
                        where district = :district and starts < :before
                          and (round, round_date) not in (
                            select key, cast(value as date) from json_each_text(cast(:without as json)))
                        group by cadre""", Object[].class)
                .setParameter("district", district)
                .setParameter("before", before)
                .setParameter("from", minutesFrom)
                .setParameter("without", JsonTexts.write(without))
                .getResultStream()
                .forEach(row -> served.put(
                        (String) row[0],
                        new Served(
                                ((Number) row[1]).intValue(), Math.toIntExact(((Number) row[2]).longValue()), (String)
                                        row[3])));
        return served;
    }

    /**
     * What published duties that start on the days from one up to another have used up of duty rules, by cadre.
     *
     * @param to inclusive
     * @param without rounds that do not count, with their dates
     */
    @Transactional
    public Map<String, UsedUp> usedUp(String district, LocalDate from, LocalDate to, Map<String, LocalDate> without) {
        var used = new HashMap<String, UsedUp>();
        session()
                .createNativeQuery("""
                        select cadre, kind, count(*), sum(minutes),
                          string_agg(distinct cast(cast(starts as date) - (cast(extract(isodow from starts) as int) - 6)
                            as text), ',') filter (where extract(isodow from starts) >= 6)
                        from published_duty
                        where district = :district and starts >= :from and starts < :until
                          and (round, round_date) not in (
                            select key, cast(value as date) from json_each_text(cast(:without as json)))
                        group by cadre, kind""", Object[].class)
                .setParameter("district", district)
                .setParameter("from", from.atStartOfDay())
                .setParameter("until", to.plusDays(1).atStartOfDay())
                .setParameter("without", JsonTexts.write(without))
                .getResultStream()
                .forEach(row -> used.merge((String) row[0], usedUp(row), UsedUp::plus));
        return used;
    }

    private static UsedUp usedUp(Object[] row) {
        @Nullable String kind = (String) row[1];
        int duties = ((Number) row[2]).intValue();
        return new UsedUp(
                duties,
                Math.toIntExact(((Number) row[3]).longValue()),
                kind == null ? Map.of() : Map.of(kind, duties),
                dates((String) row[4]));
    }

    private static Set<LocalDate> dates(@Nullable String listed) {
        var dates = new TreeSet<LocalDate>();
        if (listed != null) {
            for (var date : listed.split(",", -1)) {
                dates.add(LocalDate.parse(date));
            }
        }
        return dates;
    }

    /** Gives the published duties of a cadre to a pseudonym. What was withdrawn is erased. */
    @Transactional(Transactional.TxType.MANDATORY)
    public int erase(String district, String cadre, String pseudonym) {
        session()
                .createNativeMutationQuery("delete from withdrawn_duty where district = :district and cadre = :cadre")
                .setParameter("district", district)
                .setParameter("cadre", cadre)
                .executeUpdate();
        return session()
                .createNativeMutationQuery("""
                        update published_duty set cadre = :pseudonym where district = :district and cadre = :cadre""")
                .setParameter("district", district)
                .setParameter("cadre", cadre)
                .setParameter("pseudonym", pseudonym)
                .executeUpdate();
    }

    /** How many rounds before a date each cadre has served in, pseudonyms included. */
    @Transactional
    public Map<String, Integer> roundsBefore(String district, LocalDate date) {
        var rounds = new HashMap<String, Integer>();
        session()
                .createNativeQuery("""
                        select cadre, count(distinct (round, round_date)) from published_duty
                        where district = :district and round_date < :date group by cadre""", Object[].class)
                .setParameter("district", district)
                .setParameter("date", date)
                .getResultStream()
                .forEach(row -> rounds.put((String) row[0], ((Number) row[1]).intValue()));
        return rounds;
    }

    /** Gives the published duties of rounds before a date to pseudonyms. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void deleteBefore(String district, LocalDate date, Map<String, String> pseudonyms) {
        session()
                .createNativeMutationQuery("""
                        update published_duty set cadre = new.pseudonym
                        from json_each_text(cast(:pseudonyms as json)) as new (cadre, pseudonym)
                        where district = :district and round_date < :date and published_duty.cadre = new.cadre""")
                .setParameter("district", district)
                .setParameter("date", date)
                .setParameter("pseudonyms", JsonTexts.write(pseudonyms))
                .executeUpdate();
    }

    /** Erases who was taken off duties of rounds before a date. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void deleteWithdrawnBefore(String district, LocalDate date) {
        session()
                .createNativeMutationQuery(
                        "delete from withdrawn_duty where district = :district and round_date < :date")
                .setParameter("district", district)
                .setParameter("date", date)
                .executeUpdate();
    }

    private Session session() {
        return entityManager.unwrap(Session.class);
    }
}
