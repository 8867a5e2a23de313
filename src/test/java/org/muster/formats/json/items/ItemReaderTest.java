package org.muster.formats.json.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muster.demo.DemoDistricts;
import org.muster.district.Absence;
import org.muster.district.Confinement;
import org.muster.district.DistrictList;
import org.muster.district.Item;
import org.muster.district.StoredCadre;
import org.muster.district.StoredSite;
import org.muster.problem.faults.Fault;
import org.muster.problem.faults.FaultCode;
import org.muster.problem.faults.InvalidInputException;
import org.muster.problem.faults.Limits;

class ItemReaderTest {

    private static final ItemReader.Check NONE = (items, pointers, faults) -> {};

    private final ItemReader reader = new ItemReader(Limits.DEFAULT);
    private final ItemWriter writer = new ItemWriter();

    private static ByteArrayInputStream bytes(String json) {
        return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsWhatIsWritten() throws IOException {
        var problem = DemoDistricts.find("chaoyang-sealed").orElseThrow().problem(2, 1);
        var items = new ArrayList<Item>();
        problem.communities().forEach(each -> items.add(Item.of(each)));
        problem.skills().forEach(each -> items.add(Item.of(each)));
        problem.posts().forEach(each -> items.add(Item.of(each)));
        problem.dutyRules().forEach(each -> items.add(Item.of(each)));
        problem.units().forEach(each -> items.add(Item.of(each)));
        problem.sites().forEach(each -> items.add(Item.of(new StoredSite(each, 2_400))));
        problem.rounds().forEach(each -> items.add(Item.of(each)));
        problem.windows().forEach(each -> items.add(Item.of(each)));
        problem.demands().forEach(each -> items.add(Item.of(each)));
        var from = LocalDateTime.of(2022, 5, 1, 8, 0);
        problem.cadres()
                .forEach(each -> items.add(Item.of(new StoredCadre(
                        each,
                        "138-0013 8000",
                        List.of(new Absence(Absence.Kind.SICK, from, null)),
                        List.of(new Confinement("somewhere", from, from.plusDays(1)))))));

        for (var item : items) {
            assertThat(reader.read(item.list(), bytes(writer.write(item)), NONE))
                    .isEqualTo(item);
        }
    }

    @Test
    void seesAnIdentifierThatStandsTwice() {
        assertThatThrownBy(() -> reader.readAll(
                        DistrictList.SKILLS, bytes("[{\"id\": \"a\"}, {\"id\": \"b\"}, {\"id\": \"a\"}]"), NONE))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refusal -> assertThat(refusal.faults()).singleElement().satisfies(fault -> {
                            assertThat(fault.pointer()).isEqualTo("/2/id");
                            assertThat(fault.code()).isEqualTo(FaultCode.DUPLICATE_ID);
                            assertThat(fault.params()).containsEntry("first", "/0");
                        }));
    }

    @Test
    void neverRepeatsAPhone() {
        var cadre = """
                {"id": "li", "unit": "bank", "homeCommunity": "north", "location": {"lat": 1, "lon": 1},
                 "phone": "call me: 13800138000", "absences": [{"kind": "SICK", "from": "yesterday"}]}""";

        assertThatThrownBy(() -> reader.read(DistrictList.CADRES, bytes(cadre), NONE))
                .isInstanceOfSatisfying(InvalidInputException.class, refusal -> {
                    assertThat(refusal.faults())
                            .extracting(Fault::pointer)
                            .containsExactly("/phone", "/absences/0/from");
                    assertThat(refusal.faults().toString()).doesNotContain("13800138000", "yesterday");
                });
    }

    @Test
    void refusesAnAbsenceThatEndsBeforeItStarts() {
        var cadre = """
                {"id": "li", "unit": "bank", "homeCommunity": "north", "location": {"lat": 1, "lon": 1},
                 "absences": [{"kind": "SICK", "from": "2022-05-03T08:00", "until": "2022-05-03T08:00"}]}""";

        assertThatThrownBy(() -> reader.read(DistrictList.CADRES, bytes(cadre), NONE))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refusal -> assertThat(refusal.faults())
                                .extracting(Fault::code)
                                .containsExactly(FaultCode.REVERSED_INTERVAL));
    }
}
