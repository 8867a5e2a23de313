package org.muster.persistence.publications;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.muster.persistence.database.JsonTexts;

@Entity
@Table(name = "publication")
class PublicationRow {
    @Id
    UUID id;

    @Column(nullable = false)
    String district;

    @Column(nullable = false)
    UUID plan;

    @Column(nullable = false)
    @JdbcTypeCode(SqlTypes.JSON)
    String rounds;

    @Column(nullable = false)
    Instant published;

    @Column(nullable = false)
    String actor;

    int duties;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    PublicationRow() {}

    PublicationRow(String district, Publication publication) {
        this.id = publication.id();
        this.district = district;
        this.plan = publication.plan();
        this.rounds = JsonTexts.write(publication.rounds());
        this.published = publication.published();
        this.actor = publication.actor();
        this.duties = publication.duties();
    }

    /** The publication, with what has become of each of its rounds. */
    Publication toPublication(List<RoundRow> told) {
        var standing = told.stream()
                .filter(each -> each.ended() == null)
                .map(RoundRow::round)
                .toList();
        var withdrawn = told.stream()
                .filter(RoundRow::isWithdrawn)
                .map(RoundRow::ended)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        return new Publication(id, plan, JsonTexts.read(rounds), published, actor, duties, standing, withdrawn);
    }
}
