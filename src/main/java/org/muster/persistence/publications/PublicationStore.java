package org.muster.persistence.publications;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.CommonQueryContract;
import org.muster.district.history.PublishedDuty;
import org.muster.persistence.database.Columns;
import org.muster.persistence.database.JsonTexts;
import org.muster.persistence.publications.Publication.PublishedRound;

/**
 * Published schedules, and the rounds for which each is in force. A round on another date is another round, whatever
 * its identifier.
 */
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
        var rows = publications
                .find("district", Sort.descending("published", "id"), district)
                .page(0, limit)
                .list();
        var rounds = roundsOf(rows.stream().map(row -> row.id).toList());
        return rows.stream()
                .map(row -> row.toPublication(rounds.getOrDefault(row.id, List.of())))
                .toList();
    }

    private Map<UUID, List<RoundRow>> roundsOf(List<UUID> ids) {
        return session()
                .createNativeQuery("""
                        select publication, round, round_date, ended, is_withdrawn from published_round
                        where publication in (:ids) order by round_date, round""", Object[].class)
                .setParameterList("ids", ids)
                .getResultStream()
                .map(row -> new RoundRow(
                        (UUID) row[0],
                        new PublishedRound((String) row[1], Columns.date(row[2])),
                        row[3] == null ? null : Columns.instant(row[3]),
                        (Boolean) row[4]))
                .collect(groupingBy(RoundRow::publication));
    }

    /** When a plan was last published, be that in force or not; empty where it never was. */
    @Transactional
    public Optional<Instant> publishedAt(UUID plan) {
        return publications.find("plan", Sort.descending("published"), plan).stream()
                .map(row -> row.published)
                .findFirst();
    }

    /**
     * The dates on which a publication is in force for a round, or was until it was withdrawn, by whether it is in
     * force.
     */
    @Transactional
    public Map<Boolean, List<LocalDate>> datesOf(String district, String round) {
        return session()
                .createNativeQuery("""
                        select distinct round_date, ended is null from published_round
                        where district = :district and round = :round and (ended is null or is_withdrawn)
                        order by round_date""", Object[].class)
                .setParameter("district", district)
                .setParameter("round", round)
                .getResultStream()
                .collect(groupingBy(row -> (Boolean) row[1], mapping(row -> Columns.date(row[0]), toList())));
    }

    /** The rounds for which the publication of a plan is in force. */
    @Transactional
    public Map<String, LocalDate> standingRoundsOf(String district, UUID plan) {
        var rounds = new HashMap<String, LocalDate>();
        session()
                .createNativeQuery("""
                        select published_round.round, published_round.round_date from published_round
                        join publication on publication.id = published_round.publication
                        where publication.district = :district and publication.plan = :plan
                          and published_round.ended is null""", Object[].class)
                .setParameter("district", district)
                .setParameter("plan", plan)
                .getResultStream()
                .forEach(row -> rounds.put((String) row[0], Columns.date(row[1])));
        return rounds;
    }

    /**
     * Publishes duties in place of all that were published for the same rounds. Those that are not among the new ones
     * are kept as withdrawn.
     *
     * @param rounds the date of each of the rounds
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void publish(
            String district, Publication publication, Collection<PublishedDuty> duties, Map<String, LocalDate> rounds) {
        takeBack(district, rounds, publication.published(), false);
        publications.persistAndFlush(new PublicationRow(district, publication));
        ofRounds(session().createNativeMutationQuery("""
                                insert into published_round (publication, district, round, round_date)
                                select :publication, :district, round, cast(date as date)
                                from json_each_text(cast(:rounds as json)) as told (round, date)"""), district, rounds)
                .setParameter("publication", publication.id())
                .executeUpdate();
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
                    .put("minutes", duty.minutes())
                    .put("kind", duty.kind());
            if (rows.size() == ROWS_AT_ONCE) {
                insert(district, publication, rows.toString());
                rows.removeAll();
            }
        }
        insert(district, publication, rows.toString());
        keepOnlyWithdrawn(district);
    }

    private void insert(String district, Publication publication, String rows) {
        session()
                .createNativeMutationQuery("""
                        insert into published_duty
                          (district, round, round_date, demand, site, cadre, starts, ends, minutes, kind, publication)
                        select :district, round, round_date, demand, site, cadre, starts, ends, minutes, kind,
                          :publication
                        from json_to_recordset(cast(:rows as json)) as new (round text, round_date date, demand text,
                          site text, cadre text, starts timestamp, ends timestamp, minutes int, kind text)""")
                .setParameter("district", district)
                .setParameter("publication", publication.id())
                .setParameter("rows", rows)
                .executeUpdate();
    }

    /**
     * Withdraws the publications in force for some rounds.
     *
     * @param rounds the date of each
     * @return how many duties were withdrawn
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int withdraw(String district, Map<String, LocalDate> rounds, Instant now) {
        int duties = takeBack(district, rounds, now, true);
        keepOnlyWithdrawn(district);
        return duties;
    }

    private int takeBack(String district, Map<String, LocalDate> rounds, Instant now, boolean isWithdrawn) {
        ofRounds(session().createNativeMutationQuery("""
                                update published_round set ended = :now, is_withdrawn = :isWithdrawn
                                from json_each_text(cast(:rounds as json)) as told (round, date)
                                where district = :district and ended is null and published_round.round = told.round
                                  and published_round.round_date = cast(told.date as date)"""), district, rounds)
                .setParameter("now", now)
                .setParameter("isWithdrawn", isWithdrawn)
                .executeUpdate();
        return ofRounds(session().createNativeMutationQuery("""
                                with gone as (
                                  delete from published_duty
                                  using json_each_text(cast(:rounds as json)) as told (round, date)
                                  where district = :district and published_duty.round = told.round
                                    and published_duty.round_date = cast(told.date as date)
                                  returning district, cadre, demand, published_duty.round, round_date, site, starts,
                                    ends)
                                insert into withdrawn_duty
                                  (district, cadre, demand, round, round_date, site, starts, ends, withdrawn)
                                select distinct on (cadre, demand) district, cadre, demand, round, round_date, site,
                                  starts, ends, :now
                                from gone order by cadre, demand, starts desc
                                on conflict (district, cadre, demand) do update set round = excluded.round,
                                  round_date = excluded.round_date, site = excluded.site, starts = excluded.starts,
                                  ends = excluded.ends, withdrawn = excluded.withdrawn"""), district, rounds)
                .setParameter("now", now)
                .executeUpdate();
    }

    /**
     * A calendar event is identified by cadre and demand: while a published duty has that pair, no withdrawn one is
     * kept with it.
     */
    private void keepOnlyWithdrawn(String district) {
        session()
                .createNativeMutationQuery("""
                        delete from withdrawn_duty using published_duty
                        where withdrawn_duty.district = :district and published_duty.district = :district
                          and published_duty.cadre = withdrawn_duty.cadre
                          and published_duty.demand = withdrawn_duty.demand""")
                .setParameter("district", district)
                .executeUpdate();
    }

    private static <Q extends CommonQueryContract> Q ofRounds(Q query, String district, Map<String, LocalDate> rounds) {
        query.setParameter("district", district);
        query.setParameter("rounds", JsonTexts.write(rounds));
        return query;
    }

    private Session session() {
        return publications.getEntityManager().unwrap(Session.class);
    }
}
