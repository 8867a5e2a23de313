package org.muster.formats.json.items;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.muster.district.StoredSite;
import org.muster.formats.json.stream.Field;
import org.muster.formats.json.stream.JsonInput;
import org.muster.formats.json.stream.Numbers;
import org.muster.formats.json.stream.Shape;
import org.muster.formats.json.stream.TextValues;
import org.muster.formats.json.stream.Value;
import org.muster.formats.json.stream.Values;
import org.muster.problem.Community;
import org.muster.problem.Location;
import org.muster.problem.QuotedValue;
import org.muster.problem.Site;
import org.muster.problem.faults.WholeNumbers;

/** Reads communities, sites, and locations. */
public final class PlaceReader {

    /** The home of a cadre is personal data, so that no coordinate is echoed. */
    static final Value<Location> LOCATION = new Value<>(new Location(0, 0), LocationReader::read);

    private final Communities communities = new Communities();
    private final Sites sites = new Sites();
    private final StoredSites storedSites = new StoredSites();

    public Community community(JsonInput in) throws IOException {
        return communities.read(in);
    }

    public Site site(JsonInput in) throws IOException {
        return sites.site(in.object(sites.shape));
    }

    StoredSite storedSite(JsonInput in) throws IOException {
        return storedSites.read(in);
    }

    private static final class LocationReader {
        private static final Shape SHAPE = new Shape();
        private static final Field<Double> LAT = SHAPE.required("lat", Numbers.decimal(-90, 90, QuotedValue.WITHHELD));
        private static final Field<Double> LON =
                SHAPE.required("lon", Numbers.decimal(-180, 180, QuotedValue.WITHHELD));

        static @Nullable Location read(JsonInput in) throws IOException {
            var values = in.object(SHAPE);
            return values.has(LAT) && values.has(LON) ? new Location(values.get(LAT), values.get(LON)) : null;
        }
    }

    private static final class Communities {
        private final Shape shape = new Shape();
        private final Field<String> id = shape.required("id", TextValues.IDENTIFIER);
        private final Field<String> name = shape.optional("name", TextValues.NAME);
        private final Field<String> subdistrict = shape.required("subdistrict", TextValues.IDENTIFIER);
        private final Field<Location> location = shape.required("location", LOCATION);

        Community read(JsonInput in) throws IOException {
            var values = in.object(shape);
            return new Community(
                    values.get(id), values.nameOr(name, id), values.get(subdistrict), values.get(location));
        }
    }

    private static final class Sites {
        private final Shape shape = new Shape();
        private final Field<String> id = shape.required("id", TextValues.IDENTIFIER);
        private final Field<String> name = shape.optional("name", TextValues.NAME);
        private final Field<Site.Kind> kind =
                shape.optional("kind", TextValues.oneOf(Site.Kind.class), Site.Kind.SCREENING);
        private final Field<String> community = shape.required("community", TextValues.IDENTIFIER);
        private final Field<Location> location = shape.required("location", LOCATION);
        private final Field<Site.Admits> admits =
                shape.optional("admits", TextValues.oneOf(Site.Admits.class), Site.Admits.ANYONE);

        Site site(Values values) {
            return new Site(
                    values.get(id),
                    values.nameOr(name, id),
                    values.get(kind),
                    values.get(community),
                    values.get(location),
                    values.get(admits));
        }
    }

    private static final class StoredSites {
        private final Sites sites = new Sites();
        private final Field<Integer> residents =
                sites.shape.optional("residents", Numbers.integer(WholeNumbers.PEOPLE));

        StoredSite read(JsonInput in) throws IOException {
            var values = in.object(sites.shape);
            return new StoredSite(sites.site(values), values.find(residents));
        }
    }
}
