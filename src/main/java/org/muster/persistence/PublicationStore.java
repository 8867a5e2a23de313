package org.muster.persistence;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.muster.district.PublishedDuty;
import org.muster.district.Served;

/** Duties of which people have been told, and what they add up to. */
@ApplicationScoped
public class PublicationStore {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int ROWS_AT_ONCE = 5_000;

    private final PublicationRows publications;

    PublicationStore(PublicationRows publications) {
        this.publications = publications;
    }

    /** Publications of a district, newest first. */
    @Transactional
    public List<Publication> list(String district, int limit) {
        return publications.find("district", Sort.descending("published", "id"), district).page(0, limit).stream()
                .map(PublicationRow::toPublication)
                .toList();
    }

    /**
     * Publishes duties in place of all that were published for the same rounds.
     *
     * @param rounds the date of each of the rounds
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void publish(
            String district, Publication publication, Collection<PublishedDuty> duties, Map<String, LocalDate> rounds) {
        session()
                .createNativeMutationQuery("""
                        delete from published_duty using json_each_text(cast(:rounds as json)) as planned (round, date)
                        where district = :district and published_duty.round = planned.round
                          and published_duty.round_date = cast(planned.date as date)""")
                .setParameter("district", district)
                .setParameter("rounds", dates(rounds))
                .executeUpdate();
        publications.persistAndFlush(new PublicationRow(district, publication));
        var rows = JSON.createArrayNode();
        for (var duty : duties) {
            rows.addObject()
                    .put("round", duty.round())
                    .put("round_date", duty.date().toString())
                    .put("demand", duty.demand())
                    .put("site", duty.site())
                    .put("cadre", duty.cadre())
                    .put("starts", duty.start().toString())
                    .put("ends", duty.end().toString())
                    .put("minutes", duty.minutes());
            if (rows.size() == ROWS_AT_ONCE) {
                insert(district, publication, rows.toString());
                rows.removeAll();
            }
        }
        insert(district, publication, rows.toString());
    }

    private void insert(String district, Publication publication, String rows) {
        session()
                .createNativeMutationQuery("""
                        insert into published_duty
                          (district, round, round_date, demand, site, cadre, starts, ends, minutes, publication)
                        select :district, round, round_date, demand, site, cadre, starts, ends, minutes,
                          :publication
                        from json_to_recordset(cast(:rows as json)) as new (round text, round_date date, demand text,
                          site text, cadre text, starts timestamp, ends timestamp, minutes int)""")
                .setParameter("district", district)
                .setParameter("publication", publication.id())
                .setParameter("rows", rows)
                .executeUpdate();
    }

    /** Published duties that start in {@code [from, until)}, by start. */
    @Transactional
    public List<PublishedDuty> duties(String district, LocalDateTime from, LocalDateTime until) {
        return session()
                .createNativeQuery("""
                        select round, round_date, demand, site, cadre, starts, ends, minutes from published_duty
                        where district = :district and starts >= :from and starts < :until
                        order by starts, demand, cadre""", Object[].class)
                .setParameter("district", district)
                .setParameter("from", from)
                .setParameter("until", until)
                .getResultStream()
                .map(PublicationStore::duty)
                .toList();
    }

    /** The published duties of a cadre, by start. */
    @Transactional
    public List<PublishedDuty> dutiesOf(String district, String cadre) {
        return session()
                .createNativeQuery("""
                        select round, round_date, demand, site, cadre, starts, ends, minutes from published_duty
                        where district = :district and cadre = :cadre order by starts, demand""", Object[].class)
                .setParameter("district", district)
                .setParameter("cadre", cadre)
                .getResultStream()
                .map(PublicationStore::duty)
                .toList();
    }

    private static PublishedDuty duty(Object[] row) {
        return new PublishedDuty(
                (String) row[0],
                row[1] instanceof Date date ? date.toLocalDate() : (LocalDate) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                time(row[5]),
                time(row[6]),
                ((Number) row[7]).intValue());
    }

    private static LocalDateTime time(Object column) {
        return column instanceof Timestamp stamp ? stamp.toLocalDateTime() : (LocalDateTime) column;
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
                        select cadre, count(distinct round),
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
                .setParameter("without", dates(without))
                .getResultStream()
                .forEach(row -> served.put(
                        (String) row[0],
                        new Served(
                                ((Number) row[1]).intValue(), Math.toIntExact(((Number) row[2]).longValue()), (String)
                                        row[3])));
        return served;
    }

    /** Gives the published duties of a cadre to a pseudonym. */
    @Transactional(Transactional.TxType.MANDATORY)
    public int forget(String district, String cadre, String pseudonym) {
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
                        select cadre, count(distinct round) from published_duty
                        where district = :district and round_date < :date group by cadre""", Object[].class)
                .setParameter("district", district)
                .setParameter("date", date)
                .getResultStream()
                .forEach(row -> rounds.put((String) row[0], ((Number) row[1]).intValue()));
        return rounds;
    }

    /** Gives the published duties of rounds before a date to pseudonyms. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void forgetBefore(String district, LocalDate date, Map<String, String> pseudonyms) {
        session()
                .createNativeMutationQuery("""
                        update published_duty set cadre = new.pseudonym
                        from json_each_text(cast(:pseudonyms as json)) as new (cadre, pseudonym)
                        where district = :district and round_date < :date and published_duty.cadre = new.cadre""")
                .setParameter("district", district)
                .setParameter("date", date)
                .setParameter("pseudonyms", JSON.valueToTree(pseudonyms).toString())
                .executeUpdate();
    }

    private static String dates(Map<String, LocalDate> rounds) {
        var dates = JSON.createObjectNode();
        rounds.forEach((round, date) -> dates.put(round, date.toString()));
        return dates.toString();
    }

    private Session session() {
        return publications.getEntityManager().unwrap(Session.class);
    }
}
