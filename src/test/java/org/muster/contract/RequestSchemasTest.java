package org.muster.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muster.district.DistrictList;
import org.muster.formats.json.items.ItemReader;
import org.muster.formats.json.problems.EvaluationRequestReader;
import org.muster.formats.json.problems.SubmissionReader;
import org.muster.formats.json.requests.DistrictReader;
import org.muster.formats.json.requests.DistrictRequestReader;
import org.muster.formats.json.requests.HandReader;
import org.muster.formats.json.requests.WebhookReader;
import org.muster.problem.faults.Fault;
import org.muster.problem.faults.FaultCode;
import org.muster.problem.faults.InvalidInputException;
import org.muster.problem.faults.Limits;

/** What the description says of a request's fields is what its reader asks for and knows. */
class RequestSchemasTest {

    private static final Contract CONTRACT = Contract.committed();
    private static final JsonMapper JSON = new JsonMapper();

    /** Reads what clients send. */
    interface Reader {
        Object read(InputStream in) throws IOException;
    }

    /**
     * A part of a request.
     *
     * @param schema its name in the description
     * @param around the request, with %s where the part stands
     * @param pointer to the part
     */
    record Part(String schema, String around, String pointer, Reader reader) {

        /** The faults of the part as a value. */
        List<Fault> faultsOf(JsonNode value) throws IOException {
            try {
                reader.read(new ByteArrayInputStream(around.formatted(value).getBytes(StandardCharsets.UTF_8)));
                return List.of();
            } catch (InvalidInputException e) {
                return e.faults().stream()
                        .filter(fault -> fault.pointer().startsWith(pointer))
                        .toList();
            }
        }

        @Override
        public String toString() {
            return schema + " at " + around;
        }
    }

    static List<Part> parts() {
        var limits = Limits.DEFAULT;
        var requests = new DistrictRequestReader(limits);
        var hand = new HandReader(limits);
        var submissions = new SubmissionReader(limits);
        var parts = new ArrayList<>(List.of(
                whole("District", new DistrictReader(limits)::read),
                whole("RoundPlanRequest", requests::plan),
                whole("RoundCopies", in -> requests.copies(in, 31)),
                whole("ProposalRequest", requests::proposal),
                new Part("PostHeads", "{\"aTable\":[%s]}", "/aTable/0", requests::proposal),
                whole("AbsenceReport", in -> requests.absence(in, false)),
                whole("ReturnReport", in -> requests.absence(in, true)),
                whole("ErasureRequest", requests::erasure),
                whole("ChangeRequest", hand::changes),
                whole("ContinuationRequest", hand::continuation),
                whole("EvaluationRequest", new EvaluationRequestReader(limits)::read),
                new Part(
                        "GivenSchedule",
                        "{\"problem\":{},\"schedule\":%s}",
                        "/schedule",
                        new EvaluationRequestReader(limits)::read),
                whole("WebhookRequest", in -> new WebhookReader(limits, List.of("plan.solved")).read(in, (_, _) -> {})),
                new Part("SolveOptions", "{\"problem\":{},\"options\":%s}", "/options", submissions::read),
                new Part("Problem", "{\"problem\":%s}", "/problem", submissions::read),
                new Part("Travel", "{\"problem\":{\"travel\":%s}}", "/problem/travel", submissions::read),
                new Part(
                        "HeldSkill",
                        "{\"problem\":{\"cadres\":[{\"skills\":[%s]}]}}",
                        "/problem/cadres/0/skills/0",
                        submissions::read),
                new Part(
                        "Availability",
                        "{\"problem\":{\"cadres\":[{\"availability\":[%s]}]}}",
                        "/problem/cadres/0/availability/0",
                        submissions::read),
                new Part(
                        "Location",
                        "{\"problem\":{\"sites\":[{\"location\":%s}]}}",
                        "/problem/sites/0/location",
                        submissions::read)));
        Map.of(
                        "communities", "Community",
                        "units", "WorkUnit",
                        "skills", "Skill",
                        "posts", "Post",
                        "sites", "Site",
                        "rounds", "Round",
                        "windows", "Window",
                        "demands", "Demand",
                        "cadres", "Cadre",
                        "dutyRules", "DutyRules")
                .forEach((list, schema) -> {
                    parts.add(new Part(
                            schema,
                            "{\"problem\":{\"" + list + "\":[%s]}}",
                            "/problem/" + list + "/0",
                            submissions::read));
                    parts.add(item(
                            schema,
                            DistrictList.findByPath(list.equals("dutyRules") ? "duty-rules" : list)
                                    .orElseThrow()));
                });
        parts.add(new Part(
                "StandingAssignment",
                "{\"problem\":{\"assignments\":[%s]}}",
                "/problem/assignments/0",
                submissions::read));
        return parts;
    }

    private static Part whole(String schema, Reader reader) {
        return new Part(schema, "%s", "", reader);
    }

    private static Part item(String schema, DistrictList list) {
        var stored = CONTRACT.schema("Stored" + schema).isMissingNode() ? schema : "Stored" + schema;
        return whole(stored, in -> new ItemReader(Limits.DEFAULT).read(list, in, (_, _, _) -> {}));
    }

    @ParameterizedTest
    @MethodSource("parts")
    void whatIsRequiredIsMissed(Part part) throws IOException {
        var required = CONTRACT.schema(part.schema())
                .path("required")
                .valueStream()
                .map(name -> part.pointer() + "/" + name.asText());

        assertThat(part.faultsOf(JSON.createObjectNode()).stream()
                        .filter(fault -> fault.code() == FaultCode.MISSING)
                        .map(Fault::pointer))
                .containsExactlyInAnyOrderElementsOf(required.toList());
    }

    @ParameterizedTest
    @MethodSource("parts")
    void everyFieldIsKnown(Part part) throws IOException {
        var value = JSON.createObjectNode();
        CONTRACT.schema(part.schema()).path("properties").fieldNames().forEachRemaining(name -> value.put(name, true));

        assertThat(value).isNotEmpty();
        assertThat(unknownOf(part, value)).isEmpty();
        assertThat(unknownOf(part, value.put("no such field", true))).hasSize(1);
    }

    private static List<Fault> unknownOf(Part part, JsonNode value) throws IOException {
        return part.faultsOf(value).stream()
                .filter(fault -> fault.code() == FaultCode.UNKNOWN_FIELD)
                .toList();
    }

    @Test
    void listsHaveTheNamesThatAddressesHave() {
        assertThat(CONTRACT.schema("ListName").path("enum").valueStream().map(JsonNode::asText))
                .containsExactly(Arrays.stream(DistrictList.values())
                        .map(DistrictList::path)
                        .toArray(String[]::new));
    }
}
