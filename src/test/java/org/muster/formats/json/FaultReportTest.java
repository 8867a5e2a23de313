package org.muster.formats.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.muster.formats.json.problems.ProblemReader;
import org.muster.problem.faults.Fault;
import org.muster.problem.faults.FaultCode;
import org.muster.problem.faults.FaultList;
import org.muster.problem.faults.InputTooLargeException;
import org.muster.problem.faults.InvalidInputException;
import org.muster.problem.faults.Limits;
import org.muster.problem.faults.UnreadableInputException;

class FaultReportTest {

    @Test
    void listsTheFirstFaultsAndCountsThemAll() {
        var refusal = faultsOf("{\"units\":[" + "{},".repeat(9_999) + "{}]}");
        assertThat(refusal.count()).isEqualTo(20_000);
        assertThat(refusal.faults()).hasSize(Limits.DEFAULT.faults());
        assertThat(refusal.faults().getFirst()).isEqualTo(new Fault("/units/0/id", FaultCode.MISSING, Map.of()));
        assertThat(refusal.faults().getLast()).isEqualTo(new Fault("/units/49/staff", FaultCode.MISSING, Map.of()));
    }

    @Test
    void countsNoFurtherThanNeeded() {
        var refusal = faultsOf("{\"cadres\":[" + "{},".repeat(50_000) + "{}]}");
        assertThat(refusal.count()).isEqualTo(FaultList.COUNTED);
    }

    @Test
    void stopsAtAListThatIsTooLong() {
        var refusal = faultsOf(
                "{\"rounds\":5,\"skills\":[" + "{\"id\":\"a\",\"scarce\":true},".repeat(20_000) + "{}],\"posts\":9}");
        assertThat(refusal.faults())
                .containsExactly(
                        new Fault("/rounds", FaultCode.WRONG_TYPE, Map.of("expected", "array", "found", "integer")),
                        new Fault("/skills", FaultCode.TOO_MANY, Map.of("limit", "20000")));
    }

    @Test
    void saysWhatIsAskedForAndWhatWasFound() {
        assertThat(faultsOf("{\"units\":[{\"id\":\"u\",\"staff\":9223372036854775808}]}")
                        .faults())
                .containsExactly(new Fault(
                        "/units/0/staff",
                        FaultCode.OUT_OF_RANGE,
                        Map.of("value", "9223372036854775808", "min", "0", "max", "10000000")));
    }

    @Test
    void namesTheFirstOfTwoEqualIdentifiers() {
        assertThat(faultsOf("{\"skills\":[{\"id\":\"a\",\"scarce\":true},{\"id\":\"a\",\"scarce\":true}]}")
                        .faults())
                .containsExactly(
                        new Fault("/skills/1/id", FaultCode.DUPLICATE_ID, Map.of("id", "a", "first", "/skills/0/id")));
    }

    @Test
    void showsAnIdentifierOnlyWhereItIsHarmless() {
        assertThat(faultsOf("{\"skills\":[{\"id\":\"<b>'x\\u0000\\ud83d\",\"scarce\":true}]}")
                        .faults())
                .containsExactly(new Fault("/skills/0/id", FaultCode.BAD_IDENTIFIER, Map.of("value", "?b??x??")));
    }

    @Test
    void repeatsNoPersonalData() {
        var refusal = faultsOf("""
                {"cadres": [{"id": "c1", "unit": "u", "homeCommunity": "h", "name": "SECRET\\u0000",
                  "location": {"lat": 777.25, "lon": "SECRET"}, "birthDate": "SECRET", "lastServiceDay": "1777-07-07",
                  "confinedTo": "SECRET", "avoidTags": ["SECRET", "SECRET", "SECRET;"],
                  "availability": [{"start": "2022-07-07T07:07", "end": "2022-07-07T07:07", "kind": "UNAVAILABLE"},
                                   {"start": "SECRET", "end": "1777-07-07T07:07", "kind": "UNAVAILABLE"}]}]}
                """);
        assertThat(refusal.count()).isEqualTo(13);
        assertThat(refusal.faults())
                .allSatisfy(fault -> assertThat(fault.params().values())
                        .noneMatch(value -> value.contains("SECRET") || value.contains("77") || value.contains("07")));
        assertThat(refusal).hasMessageNotContaining("SECRET");
    }

    @Test
    void saysWhereReadingStopped() {
        var refusal = catchThrowableOfType(
                UnreadableInputException.class,
                () -> read("{\"units\": [\n  {\"id\": \"SECRET\",\n   \"staff\": nine}]}"));
        assertThat(refusal.line()).isEqualTo(3);
        assertThat(refusal.column()).isBetween(12L, 18L);
        assertThat(refusal.pointer()).startsWith("/units/0");
        assertThat(refusal)
                .hasMessageNotContaining("SECRET")
                .hasMessageNotContaining("nine")
                .hasNoCause();
    }

    @Test
    void saysWhereTheBytesAreNotUtf8() {
        byte[] bytes = "{\n \"units\":[{\"id\":\"_".getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 1] = (byte) 0xC0;
        var refusal = catchThrowableOfType(
                UnreadableInputException.class,
                () -> new ProblemReader(Limits.DEFAULT).read(new ByteArrayInputStream(bytes)));
        assertThat(refusal.line()).isEqualTo(2);
        assertThat(refusal.column()).isEqualTo(18);
    }

    @Test
    void refusesABodyOneByteTooLong() {
        var limits = new Limits(9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9);
        var reader = new ProblemReader(limits);
        assertThat(catchThrowableOfType(
                                InputTooLargeException.class,
                                () -> reader.read(
                                        new ByteArrayInputStream("{       } ".getBytes(StandardCharsets.UTF_8))))
                        .limit())
                .isEqualTo(9);
    }

    private static InvalidInputException faultsOf(String json) {
        return catchThrowableOfType(InvalidInputException.class, () -> read(json));
    }

    private static void read(String json) throws IOException {
        new ProblemReader(Limits.DEFAULT).read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }
}
