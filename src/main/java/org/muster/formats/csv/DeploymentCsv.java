package org.muster.formats.csv;

import static org.muster.formats.csv.CsvTable.safe;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muster.evaluation.deployment.Deployment;
import org.muster.evaluation.deployment.Deployment.Group;
import org.muster.evaluation.deployment.Deployment.Headcount;
import org.muster.evaluation.deployment.Deployment.Service;
import org.muster.evaluation.deployment.Deployment.UnitGroup;
import org.muster.problem.Cadre.Level;
import org.muster.problem.Round;
import org.muster.problem.WorkUnit;
import org.muster.problem.index.ById;

/** Deployed people, as tables for the reports of a district. */
public final class DeploymentCsv {

    private static final CsvTable<GroupLine> UNITS = new CsvTable<>(GroupLine.class);
    private static final CsvTable<CadreLine> CADRES = new CsvTable<>(CadreLine.class);

    /** Whose people a line counts. */
    private enum Scope {
        EVERYBODY,
        OWN,
        UNIT
    }

    @JsonPropertyOrder({
        "scope",
        "unit",
        "unitName",
        "unitLevel",
        "round",
        "roundName",
        "staff",
        "cadres",
        "deployed",
        "share",
        "city",
        "district",
        "subdistrict",
        "resident"
    })
    private record GroupLine(
            Scope scope,
            String unit,
            String unitName,
            @Nullable Level unitLevel,
            String round,
            String roundName,
            long staff,
            int cadres,
            int deployed,
            String share,
            int city,
            int district,
            int subdistrict,
            int resident) {}

    @JsonPropertyOrder({
        "cadre",
        "cadreName",
        "unit",
        "unitName",
        "level",
        "duties",
        "minutes",
        "rounds",
        "minutesBefore",
        "roundsBefore",
        "minutesAfter",
        "roundsAfter"
    })
    private record CadreLine(
            String cadre,
            String cadreName,
            String unit,
            String unitName,
            Level level,
            int duties,
            int minutes,
            int rounds,
            int minutesBefore,
            int roundsBefore,
            int minutesAfter,
            int roundsAfter) {}

    private DeploymentCsv() {}

    /**
     * Deployed people by level: of all units, of the district's own, and of each unit; in total, where {@code round} is
     * empty, and in each round with deployed people. Shares are of the staff, 0 to 1, and empty where the staff is 0.
     */
    public static byte[] units(Deployment deployment) throws IOException {
        return UNITS.write(Stream.of(
                        lines(Scope.EVERYBODY, null, deployment.everybody()),
                        lines(Scope.OWN, null, deployment.own()),
                        deployment.units().stream().flatMap(unit -> lines(Scope.UNIT, unit, unit.group())))
                .flatMap(lines -> lines));
    }

    /**
     * The load of each cadre in this plan, and together with earlier duties; a line for each cadre, also without a
     * duty.
     */
    public static byte[] cadres(Deployment deployment) throws IOException {
        var units = ById.of(deployment.units(), group -> group.unit().id());
        return CADRES.write(deployment.cadres().stream().map(service -> line(service, units)));
    }

    private static Stream<GroupLine> lines(Scope scope, @Nullable UnitGroup unit, Group group) {
        return Stream.concat(
                Stream.of(line(scope, unit, group, null, group.deployed())),
                group.byRound().stream().map(turnout -> line(scope, unit, group, turnout.round(), turnout.deployed())));
    }

    private static GroupLine line(
            Scope scope, @Nullable UnitGroup unit, Group group, @Nullable Round round, Headcount deployed) {
        var share = group.shareOf(deployed);
        return new GroupLine(
                scope,
                unit == null ? "" : safe(unit.unit().id()),
                unit == null ? "" : safe(unit.unit().name()),
                unit == null ? null : unit.level(),
                round == null ? "" : safe(round.id()),
                round == null ? "" : safe(round.name()),
                group.staff(),
                group.cadres(),
                deployed.people(),
                share.isPresent() ? String.format(Locale.ROOT, "%.4f", share.getAsDouble()) : "",
                deployed.of(Level.CITY),
                deployed.of(Level.DISTRICT),
                deployed.of(Level.SUBDISTRICT),
                deployed.of(Level.RESIDENT));
    }

    private static CadreLine line(Service service, Map<String, UnitGroup> units) {
        var cadre = service.cadre();
        WorkUnit unit = ById.get(units, cadre.unit()).unit();
        return new CadreLine(
                safe(cadre.id()),
                safe(cadre.name()),
                safe(unit.id()),
                safe(unit.name()),
                cadre.level(),
                service.duties(),
                service.minutes(),
                service.rounds(),
                cadre.minutesServed(),
                cadre.roundsServed(),
                service.minutesAfter(),
                service.roundsAfter());
    }
}
