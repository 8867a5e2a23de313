package org.muster.persistence.districts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.muster.district.DistrictList;

@Entity
@Table(name = "item")
@IdClass(ItemRow.Key.class)
class ItemRow {
    @Id
    String district;

    @Id
    String list;

    @Id
    String id;

    @Column(nullable = false)
    @JdbcTypeCode(SqlTypes.JSON)
    String body;

    long version;

    record Key(String district, String list, String id) implements Serializable {}

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    ItemRow() {}

    StoredItem toItem() {
        return new StoredItem(DistrictList.findByField(list).orElseThrow(), id, body, version);
    }
}
